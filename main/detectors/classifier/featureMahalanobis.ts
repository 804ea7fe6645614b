import { leastOfRows } from '../classDistances.ts'
import { type Detector, encodingOf } from '../detector.ts'
import { type MemberFit, overMembers, STANDARDISED } from '../overMembers.ts'
import { fitSharedGaussian, type SharedGaussian, squaredDistances, trainingGroups } from '../sharedGaussian.ts'

/** Linear discriminant analysis on the features: a Gaussian for each class, all of one shape. */
export const featureMahalanobis: Detector<MemberFit<SharedGaussian>[]> = {
  description: {
    id: 'feature-mahalanobis',
    name: 'Mahalanobis distance of features',
    sentence: 'How far the image’s features lie from the nearest class’s mean, measured by the covariance that all classes share.',
    formula: 'mean_m std( min_k (f - mu_k)^T S^-1 (f - mu_k) ), S within the classes',
    source: 'Lee et al. 2018, arXiv 1807.03888, equation 2, on the last features alone and without perturbed inputs',
    notes: 'S is shrunk towards its diagonal where there are fewer than 10 (w+1) training images for w features; a feature that '
      + `never varies has a millionth of the average variance. ${STANDARDISED}`,
    reads: 'features',
    models: ['cnn', 'cl-vae'],
    fewestClasses: 1,
  },
  encodings: ['features'],
  ...overMembers<SharedGaussian>({
    learn(view, images, count) {
      const features = encodingOf(view, 'features')
      return fitSharedGaussian(features, features.length / count, trainingGroups(images))
    },
    score: (view, shared) => leastOfRows(squaredDistances(shared, encodingOf(view, 'features')), shared.means.length),
  }),
}
