import { expect, test } from 'vitest'
import type { LatentSpace } from '../../../main/detectors/detector.ts'
import { fitClassGaussians } from '../../../main/detectors/gaussians.ts'
import { principalPlane } from '../../../main/reports/principalComponents.ts'
import { latentMap, placeOn, planeOf } from '../../../main/workers/explain/memberPlane.ts'
import { stream } from '../../../main/models/random.ts'

/** So many classes of 200 points each around the ends of the axes of a latent space. */
function space(dimension: number, classes: number): { space: LatentSpace; latents: Float32Array } {
  const random = stream(`plane-${dimension}`)
  const labels = Array.from({ length: classes * 200 }, (_, i) => i % classes)
  const centre = (k: number, j: number) => (k % dimension === j ? 5 - j : 0)
  const latents = Float32Array.from(labels.flatMap((k) =>
    Array.from({ length: dimension }, (_, j) => centre(k, j) + (1 / (1 + j)) * random.normal())))
  const gaussians = fitClassGaussians(latents, dimension, labels, classes)
  const priorMeans = Array.from({ length: classes }, (_, k) => Array.from({ length: dimension }, (_, j) => centre(k, j)))
  return { space: { dimension, radius: 3, priorMeans, gaussians }, latents }
}

test('two dimensions are shown as they are', () => {
  const { space: flat } = space(2, 3)
  const plane = planeOf(flat)
  expect(placeOn(plane, [1.5, -2])).toEqual([1.5, -2])
  const map = latentMap(4, flat, plane)
  expect(map).toMatchObject({ index: 4, dimension: 2, radius: 3, centre: [0, 0] })
  expect(map.classes[1].covariance).toEqual(flat.gaussians.covariances[1])
  expect(map.classes[1].mean).toEqual(flat.gaussians.means[1])
})

test('more are seen along the principal components of the training images', () => {
  const { space: deep, latents } = space(5, 4)
  const plane = planeOf(deep)
  const fitted = principalPlane(latents, 5)
  plane.axes.forEach((axis, i) => {
    const cosine = axis.reduce((sum, entry, j) => sum + entry * fitted.axes[i][j], 0)
    expect(cosine).toBeCloseTo(1, 3)
    expect(plane.shares[i]).toBeCloseTo(fitted.shares[i], 2)
  })
  const { classes, centre } = latentMap(0, deep, plane)
  const offCentre = deep.gaussians.means.map((mean) => placeOn(plane, mean))
  expect(classes.map(({ mean }) => mean)).toEqual(offCentre)
  expect(centre).toEqual(placeOn(plane, [0, 0, 0, 0, 0]))
})

test('a class’s ellipse has the spread of its points in the plane', () => {
  const { space: deep, latents } = space(4, 1)
  const plane = planeOf(deep)
  const places = Array.from({ length: 200 }, (_, i) => placeOn(plane, latents.subarray(4 * i, 4 * i + 4)))
  const [{ mean, covariance }] = latentMap(0, deep, plane).classes
  const spread = (a: 0 | 1, b: 0 | 1) =>
    places.reduce((sum, at) => sum + (at[a] - mean[a]) * (at[b] - mean[b]), 0) / 199
  expect(covariance[0]).toBeCloseTo(spread(0, 0), 3)
  expect(covariance[1]).toBeCloseTo(spread(0, 1), 3)
  expect(covariance[3]).toBeCloseTo(spread(1, 1), 3)
})
