import { expect, test } from 'vitest'
import { stream } from '../../../main/models/random.ts'
import { nearestRows } from '../../../renderer/results/neighbours.ts'
import { umapPlaces } from '../../../renderer/results/umap.ts'

const dimension = 6

/** Two heaps far from each other. */
function heaps(each: number): Float32Array {
  const random = stream('3/heaps')
  return Float32Array.from(
    { length: 2 * each * dimension },
    (_, i) => random.uniform() + (i < each * dimension ? 0 : 20),
  )
}

test('the nearest rows are those that a sort of all distances finds', () => {
  const rows = heaps(40)
  const { indices, distances } = nearestRows(rows, rows, dimension, 4)
  for (let i = 0; i < 80; i++) {
    const apart = (j: number) =>
      Math.hypot(...Array.from({ length: dimension }, (_, k) => rows[j * dimension + k] - rows[i * dimension + k]))
    const sorted = Array.from({ length: 80 }, (_, j) => j).sort((a, b) => apart(a) - apart(b))
    expect([...indices.subarray(4 * i, 4 * i + 4)]).toEqual(sorted.slice(0, 4))
    expect(distances[4 * i + 3]).toBeCloseTo(apart(sorted[3]), 6)
  }
})

test('what lies together stays together, the same for the same seed, and progress is told up to the end', () => {
  const means = heaps(60)
  const question = { means, centres: means.slice(0, dimension), dimension, seed: 7 }
  const told: number[] = []
  const { images, centres } = umapPlaces(question, (share) => told.push(share))
  const middle = (from: number) => [0, 1].map((axis) => meanOf(images, from, axis))
  const [one, other] = [middle(0), middle(60)]
  const apart = ([x, y]: number[], i: number) => Math.hypot(images[3 * i] - x, images[3 * i + 1] - y)
  for (let i = 0; i < 120; i++) {
    const [own, foreign] = i < 60 ? [one, other] : [other, one]
    expect(apart(own, i)).toBeLessThan(apart(foreign, i))
  }
  // A middle that lies on an image is placed on it.
  expect(centres[0]).toBeCloseTo(images[0], 3)
  expect(told.every((share, i) => share >= (told[i - 1] ?? 0) && share <= 1)).toBe(true)
  expect(umapPlaces(question, () => {}).images).toEqual(images)
  expect(umapPlaces({ ...question, seed: 8 }, () => {}).images).not.toEqual(images)
})

test.each([1, 2, 3])('%i images have a picture too', (count) => {
  const means = heaps(4).slice(0, count * dimension)
  const { images } = umapPlaces({ means, centres: means, dimension, seed: 1 }, () => {})
  expect(images).toHaveLength(3 * count)
  expect(images.every(Number.isFinite)).toBe(true)
})

function meanOf(images: Float32Array, from: number, axis: number): number {
  return Array.from({ length: 60 }, (_, i) => images[3 * (from + i) + axis] / 60).reduce((a, b) => a + b)
}
