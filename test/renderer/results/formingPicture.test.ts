import { expect, test } from 'vitest'
import type { TrainingPreview } from '../../../main/contract/trainingPreview.ts'
import { formingPicture } from '../../../renderer/results/formingPicture.ts'

const preview = (dimension: number, means: number[], priorMeans: number[][]): TrainingPreview => ({
  epoch: 1, step: 1, dimension, priorMeans, image: { height: 1, width: 1, channels: 1 },
  classes: Int32Array.from({ length: means.length / dimension }, (_, i) => i), means: Float32Array.from(means),
  pictureClasses: new Int32Array(), originals: new Uint8Array(), reconstructions: new Uint8Array(),
})

test('two dimensions are drawn as they are, with the circle of the centres', () => {
  const { points, centres, radius, reach } = formingPicture(preview(2, [1, 2, -4, 0], [[3, 0], [-3, 0]]))
  expect(points).toEqual([{ x: 1, y: 2, known: 0 }, { x: -4, y: 0, known: 1 }])
  expect({ centres, radius }).toEqual({ centres: [{ x: 3, y: 0 }, { x: -3, y: 0 }], radius: 3 })
  expect(reach).toBeGreaterThan(4)
})

test('more dimensions are drawn by the two in which the points vary most, in the middle of the picture', () => {
  const rows = [[10, 0, 0], [20, 0, 0], [15, 0, 4], [15, 0, -4]]
  const { points, radius, reach, note } = formingPicture(preview(3, rows.flat(), [[15, 0, 0]]))
  expect(Math.hypot(points[0].x - points[1].x, points[0].y - points[1].y)).toBeCloseTo(10, 3)
  expect(Math.hypot(points[2].x - points[3].x, points[2].y - points[3].y)).toBeCloseTo(8, 3)
  expect(radius).toBeNull()
  expect(reach).toBeCloseTo(1.06 * 5, 3)
  expect(note).toMatch(/^Principal components 1 and 2 of 3: /)
})
