import { expect, test } from 'vitest'
import * as report from '../../../main/reports/charts/palette.ts'
import { bytesOf, colourSpan, viridisAt } from '../../../renderer/charts/scoreColours.ts'
import { classMark } from '../../../renderer/charts/classMarks.ts'

test('fifty-six classes can be told apart, by colour, shape and filling', () => {
  const marks = Array.from({ length: 56 }, (_, i) => JSON.stringify(classMark(i)))
  expect(new Set(marks).size).toBe(56)
})

test('a class has the same colour on the screen as in its report', () => {
  for (let i = 0; i < 56; i++) expect(`var(${classMark(i).colour})`).toBe(report.classMark(i).colour)
})

test('scores grow lighter evenly, and strays do not take the scale for themselves', () => {
  const light = [0, 0.25, 0.5, 0.75, 1].map((share) =>
    viridisAt(share).reduce((sum, channel) => sum + channel, 0),
  )
  expect(light).toEqual(light.toSorted((a, b) => a - b))
  const scores = Float32Array.from({ length: 1000 }, (_, i) => (i === 999 ? 1e6 : i))
  expect(colourSpan(scores, Uint32Array.from(scores.keys())).to).toBeLessThan(1000)
  expect(bytesOf('#0a10ff')).toEqual([10, 16, 255])
})
