import { classDistances, leastOfRows, logMeanExp } from './classDistances.ts'
import { type Detector, latentOf } from './detector.ts'

/**
 * The class Gaussians' log-density, which the paper's division by the maximum takes the determinant from:
 * log p_mk = -( D_mk^2 + log |S_mk| + d log 2 pi ) / 2, the largest over the classes, its density averaged over members.
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
    const densities = classDistances(views).map((distances, m) => {
      const { dimension, gaussians: { logDeterminants } } = latentOf(views[m])
      const classes = logDeterminants.length
      const constant = dimension * Math.log(2 * Math.PI)
      const twice = distances.map((d, i) => d + logDeterminants[i % classes] + constant)
      return leastOfRows(twice, classes).map((least) => -least / 2)
    })
    return logMeanExp(densities).map((density) => -density)
  },
}
