import { type Detector, meanOverMembers } from './detector.ts'
import { squaredPriorDistance } from './nearestPrior.ts'

/** Distances to where the classes were placed, not to where their images came to lie: nothing is fitted. */
export const priorDistance: Detector<null> = {
  description: {
    id: 'prior-distance',
    name: 'Distance to the prior means',
    sentence: 'How far the image lies from the nearest point where a class was placed, averaged over the members.',
    formula: 'mean_m min_k ||m_m - mu_mk||^2',
    source: 'Lacuna; the log-density of arXiv 2410.12328’s priors N(mu_k, I) at the posterior mean',
    reads: 'latent',
    models: ['cl-vae'],
    fewestClasses: 1,
  },
  encodings: ['means'],
  fit: () => null,
  score: ({ views }) => meanOverMembers(views, squaredPriorDistance),
}
