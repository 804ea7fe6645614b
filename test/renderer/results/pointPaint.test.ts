import { expect, test } from 'vitest'
import { shapes } from '../../../renderer/charts/classMarks.ts'
import { verdictMarks } from '../../../renderer/charts/verdictMarks.ts'
import { viridisAt } from '../../../renderer/charts/scoreColours.ts'
import { classLooks } from '../../../renderer/results/classLooks.ts'
import { type Painted, pointPaint } from '../../../renderer/results/pointPaint.ts'
import type { ScoredImages } from '../../../renderer/results/scoredImages.ts'

const classes = ['a', 'b', 'z']
const images = {
  scores: Float32Array.of(0, 1, 2, 3), labels: Int32Array.of(0, 1, 2, -1), role: Uint8Array.of(0, 0, 1, 3),
} as ScoredImages
const painted: Painted = {
  images, classes: classLooks(classes, { classes, known: ['a', 'b'], heldOut: ['z'] }), colourBy: 'class',
  shown: Uint32Array.of(0, 1, 2, 3), disagreement: null, verdicts: null,
}

/** Each property of the stylesheet has a colour of its own, from its name. */
const colour = (property: string) =>
  `#${[...property].reduce((hash, letter) => (hash * 31 + letter.charCodeAt(0)) % 2 ** 24, 7).toString(16).padStart(6, '0')}`
const inkOf = (paint: { colours: Uint8Array }, i: number) =>
  `#${[...paint.colours.subarray(3 * i, 3 * i + 3)].map((byte) => byte.toString(16).padStart(2, '0')).join('')}`

test('by class, known ones have a colour each, the held out the anomaly\'s, and what has no label another', () => {
  const paint = pointPaint(painted, colour)
  expect([0, 1, 2, 3].map((i) => inkOf(paint, i))).toEqual(
    ['--class-0', '--class-1', '--anomaly', '--faint'].map(colour),
  )
  expect(paint.looks[2]).toBe(shapes.indexOf('cross'))
})

test('by verdict, each kind has its own colour and mark, and none is not judged', () => {
  const verdicts = Uint8Array.of(4, 3, 1, 0)
  const paint = pointPaint({ ...painted, colourBy: 'verdict', verdicts }, colour)
  verdicts.forEach((kind, i) => expect(inkOf(paint, i)).toBe(colour(verdictMarks[kind].mark.colour)))
  expect(new Set(paint.looks).size).toBe(4)
  const none = pointPaint({ ...painted, colourBy: 'verdict' }, colour)
  expect(inkOf(none, 2)).toBe(colour(verdictMarks[0].mark.colour))
})

test('by score and by disagreement, colours are a scale and marks are roles', () => {
  const byScore = pointPaint({ ...painted, colourBy: 'score' }, colour)
  expect([...byScore.colours.subarray(0, 3)]).toEqual(viridisAt(0))
  expect([...byScore.colours.subarray(9, 12)]).toEqual(viridisAt(1))
  const turned = pointPaint({ ...painted, colourBy: 'disagreement', disagreement: Float32Array.of(3, 2, 1, 0) }, colour)
  expect([...turned.colours.subarray(0, 3)]).toEqual(viridisAt(1))
  expect(turned.looks).toEqual(byScore.looks)
})

test('where the disagreement was not scored, colours are roles', () => {
  const [missing, byRole] = (['disagreement', 'role'] as const).map((colourBy) =>
    pointPaint({ ...painted, colourBy }, colour),
  )
  expect(missing).toEqual(byRole)
})
