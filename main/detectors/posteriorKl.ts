import { type Detector, meanOverMembers } from './detector.ts'
import { posteriorDivergence } from './nearestPrior.ts'

/**
 * What the loss asks of an image of its class, asked of the class that suits it best. A VAE without classes has one
 * prior, at the origin: there it is the KL divergence to the standard normal.
 */
export const posteriorKl: Detector<null> = {
  description: {
    id: 'posterior-kl',
    name: 'KL divergence to the nearest prior',
    sentence: 'How far what the encoder says of the image is from the nearest class’s prior, averaged over the members.',
    formula: 'mean_m min_k KL( N(m_m, e^v_m) || N(mu_mk, I) )',
    source: 'Kingma and Welling 2014, appendix B, with the class priors of arXiv 2410.12328',
    reads: 'latent',
    models: ['cl-vae', 'vae'],
    fewestClasses: 1,
  },
  encodings: ['means', 'logVariances'],
  fit: () => null,
  score: ({ views }) => meanOverMembers(views, posteriorDivergence),
}
