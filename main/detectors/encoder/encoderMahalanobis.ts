import { cholesky } from '../cholesky.ts'
import type { Detector, FeatureMatrix, FitImages } from '../detector.ts'
import { featuresOf, rowOf } from './features.ts'
import { ledoitWolf } from './ledoitWolf.ts'
import { packed, unpackedDoubles } from './packed.ts'

/** Class means and a Cholesky factor L of the covariance that all classes share, L L' = S. */
interface SharedFit { width: number; shrinkage: number; means: string; factor: string }

/** No variance, given the features before it, may be below this share of the average one. */
const FLOOR = 1e-9

/** A Gaussian of one shape around each class's mean, in the space of the encoder's features. */
export const encoderMahalanobis: Detector<SharedFit> = {
  description: {
    id: 'encoder-mahalanobis',
    name: 'Encoder: Mahalanobis distance',
    sentence: 'How far the image’s features, by an encoder that you bring, lie from the nearest class’s mean, in the measure '
      + 'of the covariance that the classes share.',
    formula: 'min_k (f - mu_k)\' S^-1 (f - mu_k), S within the classes, shrunk after Ledoit and Wolf',
    source: 'Lee et al. 2018, arXiv 1807.03888, on one layer; Ledoit and Wolf 2004',
    reads: 'features',
    models: ['cl-vae', 'vae', 'cnn'],
    fewestClasses: 1,
    needsEncoder: true,
  },
  encodings: [],
  fit(evidence, images) {
    const features = featuresOf(evidence)
    const { width } = features
    const means = classMeans(features, images)
    const { covariance, shrinkage } = ledoitWolf(deviations(features, images, means), width)
    const average = covariance.reduce((sum, value, at) => sum + (at % (width + 1) === 0 ? value : 0), 0) / width
    const { factor } = cholesky(covariance, width, FLOOR * (average || 1))
    return { width, shrinkage, means: packed(means), factor: packed(factor) }
  },
  score(evidence, fit) {
    const { values } = featuresOf(evidence)
    const [means, factor] = [unpackedDoubles(fit.means), unpackedDoubles(fit.factor)]
    const centres = Array.from({ length: means.length / fit.width }, (_, k) => whitened(rowOf(means, fit.width, k), factor))
    return Float64Array.from({ length: values.length / fit.width }, (_, i) => {
      const place = whitened(rowOf(values, fit.width, i), factor)
      return centres.reduce((least, centre) => Math.min(least, squaredDistance(place, centre)), Infinity)
    })
  },
}

/** Classes x width. */
function classMeans({ width, values }: FeatureMatrix, { train, classOf, classes }: FitImages): Float64Array {
  const sums = new Float64Array(classes * width)
  const counts = new Float64Array(classes)
  for (const i of train) {
    counts[classOf[i]]++
    rowOf(values, width, i).forEach((value, j) => { sums[classOf[i] * width + j] += value })
  }
  return sums.map((sum, at) => sum / counts[Math.floor(at / width)])
}

/** Each training image's features less its class's mean, in one array that is used again. */
function* deviations({ width, values }: FeatureMatrix, { train, classOf }: FitImages, means: Float64Array): Generator<Float64Array> {
  const row = new Float64Array(width)
  for (const i of train) {
    for (let j = 0; j < width; j++) row[j] = values[i * width + j] - means[classOf[i] * width + j]
    yield row
  }
}

/** L^-1 x by forward substitution: distances between such vectors are Mahalanobis distances. */
function whitened(x: ArrayLike<number>, factor: Float64Array): Float64Array {
  const z = new Float64Array(x.length)
  for (let i = 0, row = 0; i < x.length; i++, row += x.length) {
    let rest = x[i]
    for (let j = 0; j < i; j++) rest -= factor[row + j] * z[j]
    z[i] = rest / factor[row + i]
  }
  return z
}

function squaredDistance(a: Float64Array, b: Float64Array): number {
  let sum = 0
  for (let j = 0; j < a.length; j++) sum += (a[j] - b[j]) ** 2
  return sum
}
