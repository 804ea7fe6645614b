import { type Detector, encodingOf, type MemberView, meanOverMembers } from './detector.ts'
import { posteriorDivergence } from './nearestPrior.ts'

/** The bound with one sample for its expectation: the reconstruction from the posterior mean, so that no chance is in it. */
function negativeBound(view: MemberView): Float64Array {
  const errors = encodingOf(view, 'bce')
  return posteriorDivergence(view).map((divergence, i) => errors[i] + divergence)
}

/**
 * Reconstruction and divergence as they stand in the likelihood's bound, not as the loss weighs them by alpha. Of a VAE
 * without classes it is the usual one; of a class-latent VAE the bound given the class that suits best.
 */
export const elbo: Detector<null> = {
  description: {
    id: 'elbo',
    name: 'Negative evidence lower bound',
    sentence: 'How improbable the members find the image: its reconstruction error and its divergence together, in nats.',
    formula: 'mean_m [ sum_pixels BCE(x, decoder_m(m_m)) + min_k KL( N(m_m, e^v_m) || N(mu_mk, I) ) ]',
    source: 'Kingma and Welling 2014, eq. 10, from the posterior mean; as a score An and Cho 2015',
    reads: 'reconstruction',
    models: ['cl-vae', 'vae'],
    fewestClasses: 1,
  },
  encodings: ['means', 'logVariances', 'bce'],
  fit: () => null,
  score: ({ views }) => meanOverMembers(views, negativeBound),
}
