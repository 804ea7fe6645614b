import { describe, expect, test } from 'vitest'
import { classMark, distinctMarks } from '../../main/reports/charts/palette.ts'
import { squareSpans } from '../../main/reports/charts/squareSpans.ts'
import { latentPoints } from '../../main/reports/latentPoints.ts'
import { madeInput } from './madeReport.ts'

describe('the latent picture', () => {
  test('draws every test image where there are few, and only those', () => {
    const input = madeInput({ images: 1200 })
    const picture = latentPoints(input)!
    const positions = picture.groups.flatMap((group) => group.positions)
    expect(positions.toSorted((a, b) => a - b)).toEqual(
      [...input.splits.keys()].filter((i) => input.splits[i] === 2),
    )
    expect([picture.drawn, picture.of, picture.tested]).toEqual([400, 400, true])
  })

  test('thins many images to about 3,000, each group evenly, and tells of how many', () => {
    const picture = latentPoints(madeInput({ images: 60_000, dimension: 3 }))!
    expect(picture.of).toBe(20_000)
    expect(picture.drawn).toBeGreaterThan(2_900)
    expect(picture.drawn).toBeLessThanOrEqual(3_100)
    for (const { positions } of picture.groups) expect(positions.length).toBeGreaterThanOrEqual(100)
  })

  test('shows a plane as it is, with the sphere as a circle, and says what more dimensions lose', () => {
    const flat = latentPoints(madeInput({ dimension: 2 }))!
    expect(flat.circle).toBeCloseTo(3, 9)
    expect(flat.shares).toBeNull()
    const deep = latentPoints(madeInput({ dimension: 8 }))!
    expect(deep.circle).toBeNull()
    expect(deep.shares![0]).toBeGreaterThanOrEqual(deep.shares![1])
  })

  test('keeps held-out images apart in a mark of their own, drawn last', () => {
    const { groups } = latentPoints(madeInput())!
    expect(groups.at(-1)).toMatchObject({
      label: 'held out',
      mark: { shape: 'cross', colour: 'var(--anomaly)' },
    })
  })

  test('takes all images where none is a test image', () => {
    const input = madeInput({ images: 300 })
    input.splits.fill(0)
    expect(latentPoints(input)).toMatchObject({ of: 300, tested: false })
  })

  test('is left out where no latent space was read', () => {
    expect(latentPoints({ ...madeInput(), latents: null })).toBeNull()
  })
})

test('each of the first classes has a mark of its own', () => {
  const marks = Array.from({ length: distinctMarks }, (_, i) => JSON.stringify(classMark(i)))
  expect(new Set(marks).size).toBe(distinctMarks)
  expect(marks).not.toContainEqual(expect.stringContaining('anomaly'))
})

test('both axes of a square picture have the same scale and hold every point', () => {
  const [x, y] = squareSpans(
    [
      [-3, 0],
      [5, 1],
      [0, 0.5],
    ],
    600,
    400,
  )
  expect((x.max - x.min) / 600).toBeCloseTo((y.max - y.min) / 400, 12)
  expect([x.min < -3, x.max > 5, y.min < 0, y.max > 1]).toEqual([true, true, true, true])
})
