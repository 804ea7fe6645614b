import { describe, expect, test } from 'vitest'
import fc from 'fast-check'
import { cholesky } from '../../main/detectors/cholesky.ts'
import { fitClassGaussians, squaredMahalanobis } from '../../main/detectors/gaussians.ts'
import { stream } from '../../main/models/random.ts'
import references from './fixtures/gaussians.json' with { type: 'json' }

const options = { seed: 11, numRuns: 60 }

function expectClose(found: ArrayLike<number>, expected: ArrayLike<number>, relative = 1e-9) {
  expect(found.length).toBe(expected.length)
  const scale = Math.max(...Array.from(expected, Math.abs))
  for (let i = 0; i < found.length; i++) {
    expect(Math.abs(found[i] - expected[i])).toBeLessThanOrEqual(relative * scale)
  }
}

/** n labels 0, 1, ..., K-1, 0, 1, ... and latents around them. */
function drawn(name: string, images: number, dimension: number, classes: number) {
  const labels = Array.from({ length: images }, (_, i) => i % classes)
  const noise = stream(name).normals(images * dimension)
  const latents = noise.map((z, at) => z + 3 * labels[Math.floor(at / dimension)])
  return { labels, latents }
}

describe('with enough images nothing is shrunk', () => {
  test.each(references)('and all is as NumPy and SciPy have it in $dimension dimensions', (reference) => {
    const latents = Float32Array.from(reference.latents)
    const fitted = fitClassGaussians(latents, reference.dimension, reference.labels, reference.classes)
    expect(fitted.shrinkages).toEqual(Array.from(fitted.means, () => 0))
    expectClose(fitted.means.flat(), reference.means.flat())
    expectClose(fitted.covariances.flat(), reference.covariances.flat())
    expectClose(fitted.logDeterminants, reference.logDeterminants)
    const distances = squaredMahalanobis(fitted, latents)
    distances.forEach((d, i) => expect(Math.abs(d / reference.distances[i] - 1)).toBeLessThan(1e-9))
  })

  test('and the mean squared distance of a class to itself is d (n-1)/n', () => {
    const { latents, labels } = drawn('own', 300, 4, 3)
    const distances = squaredMahalanobis(fitClassGaussians(latents, 4, labels, 3), latents)
    const own = labels.reduce((sum, label, i) => sum + distances[i * 3 + label], 0) / 300
    expect(own).toBeCloseTo((4 * 99) / 100, 9)
  })
})

describe('any number of images gives finite distances', () => {
  test('from one image on, in any dimension', () => {
    const sizes = [60, 12, 4].map((max) => fc.integer({ min: 1, max }))
    fc.assert(fc.property(fc.tuple(...sizes), ([images, d, classes]) => {
      const { latents, labels } = drawn('few', images * classes, d, classes)
      const fitted = fitClassGaussians(latents, d, labels, classes)
      expect(fitted.logDeterminants.every(Number.isFinite)).toBe(true)
      for (const distance of squaredMahalanobis(fitted, latents)) expect(distance).toBeGreaterThanOrEqual(0)
    }), options)
  })

  test('a class of one image has the variances of the others and no correlation', () => {
    const latents = Float32Array.of(0, 0, 2, 4, 4, 2, 9, 9)
    const fitted = fitClassGaussians(latents, 2, [0, 0, 0, 1], 2)
    expect(fitted.covariances[1]).toEqual([4, 0, 0, 4])
    expect(fitted.means[1]).toEqual([9, 9])
  })

  test('where no class has two images the variances are 1, those of the prior', () => {
    const fitted = fitClassGaussians(Float32Array.of(0, 0, 3, 4), 2, [0, 1], 2)
    expect(fitted.covariances).toEqual([[1, 0, 0, 1], [1, 0, 0, 1]])
    expect([...squaredMahalanobis(fitted, Float32Array.of(3, 4))]).toEqual([25, 0])
  })

  test('shrinkage falls with the number of images and is nothing from 10 (d+1) on', () => {
    const shrinkages = [1, 4, 5, 10, 39, 40].map((images) => {
      const { latents, labels } = drawn('ramp', images, 3, 1)
      return fitClassGaussians(latents, 3, labels, 1).shrinkages[0]
    })
    expect(shrinkages.slice(0, 2)).toEqual([1, 1])
    expect(shrinkages.at(-1)).toBe(0)
    expect(shrinkages.slice(1)).toEqual(shrinkages.slice(1).toSorted((a, b) => b - a))
  })

  test('two images of a class leave its diagonal between their own and the pooled variance', () => {
    const fitted = fitClassGaussians(Float32Array.of(0, 2, 0, 4, 8), 1, [0, 0, 1, 1, 1], 2)
    const pooled = (2 + 32) / 3
    expect(fitted.covariances[0][0]).toBeCloseTo((2 + 4 * pooled) / 5, 12)
  })
})

describe('collapsed latents', () => {
  test('a dimension without variance gets a millionth of the average variance', () => {
    const { latents, labels } = drawn('flat', 200, 3, 2)
    const flat = latents.map((z, at) => (at % 3 === 1 ? 0.25 : z))
    const fitted = fitClassGaussians(flat, 3, labels, 2)
    const average = fitted.covariances.reduce((sum, c) => sum + c[0] + c[8], 0) / 6
    for (const covariance of fitted.covariances) expect(covariance[4]).toBeCloseTo(1e-6 * average, 12)
    expect(squaredMahalanobis(fitted, flat).every(Number.isFinite)).toBe(true)
  })

  test('so does one that follows from the others, whichever they are', () => {
    const { latents, labels } = drawn('sum', 200, 3, 2)
    const dependent = latents.map((z, at) => (at % 3 === 2 ? latents[at - 1] + latents[at - 2] : z))
    const fitted = fitClassGaussians(dependent, 3, labels, 2)
    expect(squaredMahalanobis(fitted, dependent).every((d) => d < 1000)).toBe(true)
  })

  test('images that are all the same have finite distances', () => {
    const latents = new Float32Array(300).fill(0.1)
    const fitted = fitClassGaussians(latents, 3, Array.from({ length: 100 }, (_, i) => i % 2), 2)
    expect(squaredMahalanobis(fitted, latents).every((d) => d === 0)).toBe(true)
  })
})

describe('the covariance, its factor and its determinant belong together', () => {
  test("L L' is the stored covariance, also after shrinkage and floor", () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 50 }), fc.integer({ min: 1, max: 6 }), (images, d) => {
      const { latents, labels } = drawn('factor', images, d, 1)
      const { choleskys: [factor], covariances: [covariance] } = fitClassGaussians(latents, d, labels, 1)
      const product = covariance.map((_, at) => {
        const [i, j] = [Math.floor(at / d), at % d]
        return factor.slice(i * d, (i + 1) * d).reduce((sum, l, k) => sum + l * factor[j * d + k], 0)
      })
      expectClose(product, covariance, 1e-12)
    }), options)
  })

  test('the factor of 256 dimensions is right', () => {
    const d = 256
    const apart = (at: number) => Math.abs(Math.floor(at / d) - (at % d))
    const matrix = Float64Array.from({ length: d * d }, (_, at) => 0.5 ** apart(at))
    const { factor } = cholesky(matrix, d, 1e-9)
    for (let i = 1; i < d; i++) expect(factor[i * d + i]).toBeCloseTo(Math.sqrt(0.75), 12)
  })

  test('distances survive JSON', () => {
    const { latents, labels } = drawn('json', 50, 4, 3)
    const fitted = fitClassGaussians(latents, 4, labels, 3)
    const read = JSON.parse(JSON.stringify(fitted))
    expect(squaredMahalanobis(read, latents)).toEqual(squaredMahalanobis(fitted, latents))
  })
})

describe('what is read and what is refused', () => {
  test('only the named rows are fitted, and labels elsewhere are not read', () => {
    const { latents, labels } = drawn('rows', 120, 2, 2)
    const marked = labels.map((label, i) => (i < 20 ? -1 : label))
    const rows = Uint32Array.from({ length: 100 }, (_, i) => i + 20)
    const fitted = fitClassGaussians(latents, 2, Int32Array.from(marked), 2, rows)
    expect(fitted).toEqual(fitClassGaussians(latents.slice(40), 2, labels.slice(20), 2))
  })

  test('an array that is given is written into', () => {
    const { latents, labels } = drawn('out', 60, 2, 2)
    const out = new Float64Array(120)
    const fitted = fitClassGaussians(latents, 2, labels, 2)
    expect(squaredMahalanobis(fitted, latents, out)).toBe(out)
    expect(out).toEqual(squaredMahalanobis(fitted, latents))
  })

  test('no images have no distances', () => {
    const fitted = fitClassGaussians(Float32Array.of(1, 2), 2, [0], 1)
    expect(squaredMahalanobis(fitted, new Float32Array(0)).length).toBe(0)
  })

  test('lengths, labels, empty classes and numbers that make no sense have their sentence', () => {
    const latents = Float32Array.of(1, 2, 3, 4)
    expect(() => fitClassGaussians(latents, 2, [0], 1)).toThrow(/4 latents are not 1 images/)
    expect(() => fitClassGaussians(latents, 2, [0, 2], 2)).toThrow(/Image 1 has label 2/)
    expect(() => fitClassGaussians(latents, 2, [0, 0], 2)).toThrow(/Class 1 has no image/)
    expect(() => fitClassGaussians(Float32Array.of(1, NaN), 2, [0], 1)).toThrow(/image 0 are not finite/)
    const fitted = fitClassGaussians(latents, 2, [0, 0], 1)
    expect(() => squaredMahalanobis(fitted, Float32Array.of(1, 2, 3))).toThrow(RangeError)
    expect(() => squaredMahalanobis(fitted, latents, new Float64Array(3))).toThrow(/room for 3/)
    expect(() => squaredMahalanobis(fitted, Float32Array.of(1, 2, Infinity, 1))).toThrow(/image 1 /)
  })
})
