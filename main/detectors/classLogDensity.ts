import { logMeanExp } from './classDistances.ts'
import { classLogDensities } from './classLogDensities.ts'
import type { Detector } from './detector.ts'
import { largestOfRows } from './rows.ts'

/**
 * The class Gaussians' log-density, which the paper's division by the maximum takes the determinant from: the largest
 * over the classes, its density averaged over the members.
 */
export const classLogDensity: Detector<null> = {
  description: {
    id: 'class-log-density',
    name: 'Class log-density',
    sentence: 'How improbable the image is under the most probable class Gaussian, tight classes counting as tight.',
    formula: '-log mean_m max_k N(z; mean_mk, S_mk)',
    source: 'Gaussian discriminant analysis on the posterior means; with the log-determinant that the paper drops',
    reads: 'latent',
    models: ['cl-vae'],
    fewestClasses: 1,
  },
  encodings: ['means'],
  fit: () => null,
  score({ views }) {
    const densities = classLogDensities(views).map((density, m) => largestOfRows(density, views[m].classes))
    return logMeanExp(densities).map((density) => -density)
  },
}
