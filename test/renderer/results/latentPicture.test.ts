import { expect, test } from 'vitest'
import type { Latent } from '../../../main/contract/ensembles.ts'
import { stream } from '../../../main/models/random.ts'
import { classLooks } from '../../../renderer/results/classLooks.ts'
import { latentPicture } from '../../../renderer/results/latentPicture.ts'
import { type LatentView, latentViewsOf } from '../../../renderer/results/latentViews.ts'
import { largestSample } from '../../../renderer/results/principalComponents.ts'
import { stripRows } from '../../../renderer/results/stripRows.ts'

/** Two classes on the sphere of radius 3 in d dimensions, their Gaussians known by their factors. */
function latentOf(dimension: number, choleskys: number[][] | null = null): Latent {
  const unit = (sign: number) => Array.from({ length: dimension }, (_, i) => (i === 0 ? 3 * sign : 0))
  const means = [unit(1), unit(-1)]
  return {
    dimension, radius: 3, priorMeans: means, gaussians: choleskys && { means, choleskys, covariances: choleskys },
  }
}
const classes = ['a', 'b', 'z']
const looks = classLooks(classes, { classes, known: ['a', 'b'], heldOut: ['z'] })

function pictureOf(view: LatentView, latent: Latent, means: Float32Array) {
  const images = means.length / latent.dimension
  const rows = stripRows(Int32Array.from({ length: images }, (_, i) => (i % 4) - 1), looks)
  return latentPicture(view, { latent, known: ['a', 'b'], means, rows, places: null })
}

function cloud(count: number, dimension: number): Float32Array {
  const random = stream('1/cloud')
  return Float32Array.from({ length: count * dimension }, () => 6 * random.uniform() - 3)
}

const skewed = [[2, 0, 0.5, 1], [1, 0, 0, 1]]

test('two dimensions are drawn as they are, with the sphere, its centre, and for each class three ellipses and a ring', () => {
  const picture = pictureOf('plane', latentOf(2, skewed), Float32Array.of(1, 2, 3, 4))
  expect([...picture.points]).toEqual([1, 2, 0, 3, 4, 0])
  const [circle, ...others] = picture.outlines
  circle.points.forEach(([x, y]) => expect(Math.hypot(x, y)).toBeCloseTo(3))
  expect(others.filter(({ points }) => points.length === 2)).toHaveLength(2)
  const ellipses = others.filter(({ points }) => points.length > 2)
  expect(ellipses).toHaveLength(8)
  // With L = (2 0; .5 1): |L^-1 (x - m)| is 1, 2 and 3 everywhere on the three.
  ellipses.slice(0, 3).forEach(({ points }, i) => {
    for (const [x, y] of points) expect(Math.hypot((x - 3) / 2, y - (x - 3) / 4)).toBeCloseTo(i + 1, 9)
  })
  // The rings are around the prior means.
  ellipses.slice(6).forEach(({ points }, i) => {
    for (const [x, y] of points) expect(Math.hypot(x - (i === 0 ? 3 : -3), y)).toBeLessThan(0.2)
  })
})

test('three dimensions are drawn as they are, with a wire and ellipsoids', () => {
  const means = Float32Array.of(1, 2, 3)
  const lower = [1, 0, 0, 0.5, 2, 0, 0.25, 0.5, 0.5]
  const picture = pictureOf('space', latentOf(3, [lower, lower]), means)
  expect(picture).toMatchObject({ dimension: 3, points: means })
  const wire = picture.outlines.filter(({ colour, points }) => colour === '--axis' && points.length > 2)
  for (const { points } of wire) for (const at of points) expect(Math.hypot(...at)).toBeCloseTo(3)
  const around = picture.outlines.filter(({ colour, strength }) => colour === '--class-0' && strength < 1)
  expect(around).toHaveLength(3)
  for (const { points } of around) {
    for (const [x, y, z] of points) {
      const u = x - 3
      const v = (y - 0.5 * u) / 2
      expect(Math.hypot(u, v, (z - 0.25 * u - 0.5 * v) / 0.5)).toBeCloseTo(2, 9)
    }
  }
})

test('more dimensions are drawn by their principal components, which is said, as is the sample', () => {
  const few = pictureOf('pca', latentOf(4), cloud(100, 4))
  expect(few).toMatchObject({ dimension: 2, axes: null })
  expect(few.note).toMatch(/^Principal components 1 and 2 of 4: .* of the variance\./)
  expect(pictureOf('pca', latentOf(4), cloud(largestSample + 1, 4)).note).toContain('fitted on 5,000 of 5,001 images')
})

test('distances are those of all dimensions: from the centre in radii, to the nearest class in sigmas', () => {
  const means = Float32Array.of(3, 0, 0, 0, 7, 2)
  const both = pictureOf('distances', latentOf(2, skewed), means)
  expect([...both.points].filter((_, i) => i % 3 === 0)).toEqual([1, 0, Math.fround(Math.hypot(7, 2) / 3)])
  const up = [1, 4, 7].map((i) => both.points[i])
  // The first lies on a class: as near as the picture shows. The second: |L^-1 (-3, 0)| = |(-1.5, .75)|.
  expect(up[0]).toBeCloseTo(-1)
  expect(up[1]).toBeCloseTo(Math.log10(Math.hypot(1.5, 0.75)), 6)
  expect(up[2]).toBeCloseTo(Math.log10(Math.hypot(2, 1)), 6)
})

test('without Gaussians the distance is that to the nearest prior mean, and the picture says so', () => {
  const picture = pictureOf('nearest', latentOf(3), Float32Array.of(3, 4, 0))
  expect(picture.points[0]).toBeCloseTo(Math.log10(4), 6)
  expect([picture.axes!.x.title, picture.note].every((text) => text.includes('prior mean'))).toBe(true)
  expect(pictureOf('nearest', latentOf(2, skewed), Float32Array.of(3, 4)).note).toContain('Mahalanobis')
})

test('strips have a row for each class that there is, the known above the held out, the images without one last', () => {
  const picture = pictureOf('centre', latentOf(3), cloud(400, 3))
  expect(picture.axes!.y).toMatchObject({ names: [{ text: 'a' }, { text: 'b' }, { text: 'z' }, { text: 'no class' }] })
  for (let i = 0; i < 400; i++) expect(Math.round(picture.points[3 * i + 1])).toBeCloseTo(-((i + 3) % 4))
})

test('each number of dimensions has its ways to be looked at, and all have the distances', () => {
  expect([2, 3, 8].map((d) => latentViewsOf(d)[0])).toEqual(['plane', 'space', 'pca'])
  for (const d of [2, 3, 8]) expect(latentViewsOf(d).slice(-3)).toEqual(['centre', 'nearest', 'distances'])
})
