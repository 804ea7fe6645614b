import { leastOfRows } from '../classDistances.ts'
import { type Detector, encodingOf } from '../detector.ts'
import { type MemberFit, overMembers, STANDARDISED } from '../overMembers.ts'
import { fitSharedGaussian, type SharedGaussian, squaredDistances, trainingGroups } from '../sharedGaussian.ts'

/** The Gaussians of the classes, and the one of all training images together. */
interface Relative { classes: SharedGaussian; background: SharedGaussian }

/** What is unusual for any image of the kind, class or no class, is taken off. */
export const relativeMahalanobis: Detector<MemberFit<Relative>[]> = {
  description: {
    id: 'relative-mahalanobis',
    name: 'Relative Mahalanobis distance of features',
    sentence: 'As the Mahalanobis distance of features, less the distance to all known images taken as one class.',
    formula: 'mean_m std( min_k D_k^2 - D_0^2 ), D_0 by the mean and covariance of all training images',
    source: 'Ren et al. 2021, arXiv 2106.09022',
    notes: 'Both covariances are shrunk as for the Mahalanobis distance, and have the same floor for features that never vary. '
      + STANDARDISED,
    reads: 'features',
    models: ['cnn', 'cl-vae'],
    fewestClasses: 2,
  },
  encodings: ['features'],
  ...overMembers<Relative>({
    learn(view, images, count) {
      const features = encodingOf(view, 'features')
      const classes = fitSharedGaussian(features, features.length / count, trainingGroups(images))
      return { classes, background: fitSharedGaussian(features, classes.dimension, [images.train], classes.floor) }
    },
    score(view, { classes, background }) {
      const features = encodingOf(view, 'features')
      const whole = squaredDistances(background, features)
      return leastOfRows(squaredDistances(classes, features), classes.means.length).map((least, i) => least - whole[i])
    },
  }),
}
