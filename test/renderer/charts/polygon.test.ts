import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Corner, simplified, withinPolygon } from '../../../renderer/charts/latent/polygon.ts'

// Corners on whole numbers and points between them: none lies on an edge by a rounding error.
const corner = fc.tuple(fc.integer({ min: -20, max: 20 }), fc.integer({ min: -20, max: 20 }))
const polygon = fc.array(corner, { minLength: 3, maxLength: 12 })
const point = fc.tuple(fc.integer({ min: -22, max: 22 }), fc.integer({ min: -22, max: 22 }))

/** Slow, and of another kind: how often the polygon winds is odd by the sum of the angles that its edges are seen under. */
function windsOddly([x, y]: Corner, corners: Corner[]): boolean {
  const angles = corners.map(([cornerX, cornerY]) => Math.atan2(cornerY - y, cornerX - x))
  const turns = angles.map((angle, i) => {
    const turn = angles[(i + 1) % angles.length] - angle
    return turn > Math.PI ? turn - 2 * Math.PI : turn < -Math.PI ? turn + 2 * Math.PI : turn
  })
  return Math.abs(Math.round(turns.reduce((a, b) => a + b, 0) / (2 * Math.PI))) % 2 === 1
}

test('the points within are those that a slow sum of angles finds, also where the line crosses itself', () => {
  fc.assert(
    fc.property(polygon, fc.array(point, { minLength: 1 }), (corners, wholes) => {
      // An irrational shift keeps every point off every edge.
      const points = wholes.map(([x, y]): Corner => [x + 0.370_117, y + 0.618_041])
      const places = Float32Array.from(points.flat())
      const within = withinPolygon(places, corners)
      points.forEach((_, i) => expect(within[i] === 1).toBe(windsOddly([places[2 * i], places[2 * i + 1]], corners)))
    }),
    { numRuns: 500 },
  )
})

test('what is behind the camera is within no polygon', () => {
  expect([...withinPolygon(Float32Array.of(NaN, NaN, 0, 0), [[-1, -1], [1, -1], [0, 1]])]).toEqual([0, 1])
})

test('a simplified line keeps its ends, has no new corners, and stays within the tolerance', () => {
  fc.assert(
    fc.property(fc.array(corner, { minLength: 2, maxLength: 60 }), fc.integer({ min: 1, max: 6 }), (line, tolerance) => {
      const kept = simplified(line, tolerance)
      expect([kept[0], kept.at(-1)]).toEqual([line[0], line.at(-1)])
      for (const at of kept) expect(line).toContainEqual(at)
      for (const at of line) expect(distanceTo(kept, at)).toBeLessThanOrEqual(tolerance + 1e-9)
    }),
  )
})

/** By many small steps along each segment. */
function distanceTo(line: Corner[], [x, y]: Corner): number {
  const segments = line.slice(1).map((end, i) => [line[i], end])
  return Math.min(
    ...segments.map(([[ax, ay], [bx, by]]) => {
      const length = (bx - ax) ** 2 + (by - ay) ** 2
      const share = length ? Math.max(0, Math.min(1, ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / length)) : 0
      return Math.hypot(x - ax - share * (bx - ax), y - ay - share * (by - ay))
    }),
  )
}
