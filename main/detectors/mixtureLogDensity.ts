import { logMeanExp } from './classDistances.ts'
import { classLogDensities } from './classLogDensities.ts'
import { type Detector, latentOf, type MemberView } from './detector.ts'
import { logSumExpOfRows } from './rows.ts'

/** Logarithms of the classes' shares of the training images. */
function logShares(view: MemberView): number[] {
  const { counts } = latentOf(view).gaussians
  const images = counts.reduce((sum, count) => sum + count, 0)
  return counts.map((count) => Math.log(count / images))
}

/**
 * The density of the known images as a whole, in a member's latent space: the class Gaussians, each weighing as much as
 * its class has training images. Where classes meet, their densities add up.
 */
export const mixtureLogDensity: Detector<null> = {
  description: {
    id: 'mixture-log-density',
    name: 'Mixture log-density',
    sentence: 'How improbable the image is among the known images taken together, frequent classes counting for more.',
    formula: '-log mean_m sum_k (n_k / n) N(z; mean_mk, S_mk)',
    source: 'Gaussian mixture of known components on the posterior means (Bishop 2006, eq. 9.7)',
    reads: 'latent',
    models: ['cl-vae'],
    fewestClasses: 1,
  },
  encodings: ['means'],
  fit: () => null,
  score({ views }) {
    const weighted = classLogDensities(views, logShares)
    const densities = weighted.map((density, m) => logSumExpOfRows(density, views[m].classes))
    return logMeanExp(densities).map((density) => -density)
  },
}
