import { classDistances, leastOfRows, logMeanExp, meanConfidences } from './classDistances.ts'
import type { Detector } from './detector.ts'
import { largestOfRows } from './rows.ts'

/**
 * The paper's divergence, members merged by the mean of their scores. A member's score is
 * s_m = 1 - max_k exp(-D_mk^2 / 2); it saturates at 1, so the mean over M members is computed in the log domain,
 * where it keeps its order without ties: log M - logsumexp_m max_k( -D_mk^2 / 2 ).
 */
export const latentDivergence: Detector<null> = {
  description: {
    id: 'divergence',
    name: 'Latent divergence',
    sentence: 'How far the image lies from every class Gaussian in latent space; the members’ scores are averaged.',
    formula: 's = 1 - mean_m max_k exp(-D_mk^2 / 2), as -log(1 - s)',
    source: 'arXiv 2410.12328: divergence from the class Gaussians, ensemble by averaging the scores',
    reads: 'latent',
    models: ['cl-vae'],
    fewestClasses: 1,
  },
  encodings: ['means'],
  fit: () => null,
  score({ views }) {
    const members = classDistances(views)
    const confidences = members.map((d, m) => leastOfRows(d, views[m].classes).map((least) => -least / 2))
    return logMeanExp(confidences).map((confidence) => -confidence)
  },
}

/**
 * The same with the other order of merging: each class's confidence averaged over the members first, then the largest:
 * 1 - max_k mean_m exp(-D_mk^2 / 2), as log M - max_k logsumexp_m( -D_mk^2 / 2 ). Members that take an image for
 * different classes disagree, and that makes it more anomalous.
 */
export const latentDivergenceByClass: Detector<null> = {
  description: {
    id: 'divergence-by-class',
    name: 'Latent divergence, classes averaged first',
    sentence: 'As latent divergence, but the members must agree on the class that an image is near to.',
    formula: 's = 1 - max_k mean_m exp(-D_mk^2 / 2), as -log(1 - s)',
    source: 'arXiv 2410.12328: divergence from the class Gaussians, ensemble by averaging each class',
    reads: 'latent',
    models: ['cl-vae'],
    fewestClasses: 1,
  },
  encodings: ['means'],
  fit: () => null,
  score({ views }) {
    return largestOfRows(meanConfidences(views), views[0].classes).map((confidence) => -confidence)
  },
}
