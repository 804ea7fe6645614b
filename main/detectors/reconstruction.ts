import { type Detector, encodingOf, meanOverMembers } from './detector.ts'

/** Binary cross-entropy of the decoded posterior mean, summed over the pixels and averaged over the members. */
export const reconstruction: Detector<null> = {
  description: {
    id: 'reconstruction',
    name: 'Reconstruction error',
    sentence: 'How badly the members draw the image again from its place in their latent space.',
    formula: 'mean_m sum_pixels BCE(x, decoder_m(m_m))',
    source: 'An and Cho 2015, from the posterior mean',
    reads: 'reconstruction',
    models: ['cl-vae', 'vae'],
    fewestClasses: 1,
  },
  encodings: ['bce'],
  fit: () => null,
  score: ({ views }) => meanOverMembers(views, (view) => Float64Array.from(encodingOf(view, 'bce'))),
}
