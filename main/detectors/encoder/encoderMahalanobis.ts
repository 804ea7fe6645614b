import { cholesky } from '../cholesky.ts'
import { leastOfRows } from '../classDistances.ts'
import type { Detector, FeatureMatrix, FitImages } from '../detector.ts'
import { packDoubles, unpackDoubles } from '../packed.ts'
import { squaredDistances } from '../sharedGaussian.ts'
import { featuresOf, rowOf } from './features.ts'
import { ledoitWolf } from './ledoitWolf.ts'

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
    return { width, shrinkage, means: packDoubles(means), factor: packDoubles(factor) }
  },
  score(evidence, fit) {
    const [all, factor] = [unpackDoubles(fit.means), unpackDoubles(fit.factor)]
    const means = Array.from({ length: all.length / fit.width }, (_, k) => rowOf(all, fit.width, k))
    return leastOfRows(squaredDistances({ dimension: fit.width, means, factor }, featuresOf(evidence).values), means.length)
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
