import { expect, test } from 'vitest'
import { principalPlane as jacobiPlane } from '../../../main/reports/principalComponents.ts'
import { stream } from '../../../main/models/random.ts'
import { latentPicture } from '../../../renderer/results/latentPicture.ts'
import { largestSample, onPlane, principalPlane } from '../../../renderer/results/principalComponents.ts'

/** Points that vary differently along each axis, turned a little. */
function cloud(count: number, dimension: number): Float32Array {
  const random = stream('1/cloud')
  const points = new Float32Array(count * dimension)
  for (let i = 0; i < points.length; i++)
    points[i] =
      (random.uniform() - 0.5) * (dimension - (i % dimension)) + (i % dimension ? 0.3 * points[i - 1] : 0)
  return points
}

test('the principal plane is the one that the report draws', () => {
  const points = cloud(600, 5)
  const [plane, reference] = [principalPlane(points, 5), jacobiPlane(points, 5)]
  for (const k of [0, 1]) {
    plane.axes[k].forEach((entry, i) => expect(entry).toBeCloseTo(reference.axes[k][i], 5))
    expect(plane.shares[k]).toBeCloseTo(reference.shares[k], 6)
  }
})

test('a cloud without any extent has a plane all the same', () => {
  const plane = principalPlane(new Float32Array(30).fill(2), 3)
  expect(plane.shares.every(Number.isFinite)).toBe(true)
  onPlane(new Float32Array(3).fill(2), 3, plane).forEach((place) => expect(place).toBeCloseTo(0))
})

const spread = {
  priorMeans: [
    [3, 0],
    [-3, 0],
  ],
  radius: 3,
  gaussians: {
    means: [
      [3, 0],
      [-3, 0],
    ],
    covariances: [
      [4, 1, 1, 2],
      [1, 0, 0, 1],
    ],
  },
}

test('two dimensions are drawn as they are, with the sphere and an ellipse for each class', () => {
  const picture = latentPicture({ dimension: 2, ...spread }, Float32Array.of(1, 2, 3, 4))
  expect([...picture.points]).toEqual([1, 2, 0, 3, 4, 0])
  expect(picture.outlines).toHaveLength(3)
  // (x - m)' S^-1 (x - m) = 4 everywhere on two standard deviations.
  for (const [x, y] of picture.outlines[1].points) {
    const [u, v] = [x - 3, y]
    expect((2 * u * u - 2 * u * v + 4 * v * v) / 7).toBeCloseTo(4, 9)
  }
})

test('three dimensions are drawn as they are', () => {
  const means = Float32Array.of(1, 2, 3)
  const picture = latentPicture(
    {
      dimension: 3,
      radius: 3,
      priorMeans: [
        [3, 0, 0],
        [-3, 0, 0],
      ],
      gaussians: null,
    },
    means,
  )
  expect(picture).toMatchObject({ dimension: 3, points: means })
})

test('more dimensions are drawn by their principal components, which is said, as is the sample', () => {
  const few = latentPicture(
    { dimension: 4, radius: 3, priorMeans: [[3, 0, 0, 0]], gaussians: null },
    cloud(100, 4),
  )
  expect(few).toMatchObject({ dimension: 2, outlines: [] })
  expect(few.note).toMatch(/^Principal components 1 and 2 of 4: .* of the variance\./)
  const many = latentPicture(
    { dimension: 4, radius: 3, priorMeans: [[3, 0, 0, 0]], gaussians: null },
    cloud(largestSample + 1, 4),
  )
  expect(many.note).toContain('fitted on 5,000 of 5,001 images')
})
