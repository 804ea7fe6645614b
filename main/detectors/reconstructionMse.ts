import { type Detector, encodingOf, meanOverMembers } from './detector.ts'

/** Squared error of the decoded posterior mean, averaged over the pixels and the members: the paper's VAE baseline. */
export const reconstructionMse: Detector<null> = {
  description: {
    id: 'reconstruction-mse',
    name: 'Squared reconstruction error',
    sentence: 'How far the pixels that the members draw again are from the image’s, a few wrong ones counting for most.',
    formula: 'mean_m mean_pixels ( x - sigmoid(decoder_m(m_m)) )^2',
    source: 'The VAE baseline of arXiv 2410.12328, from the posterior mean',
    reads: 'reconstruction',
    models: ['cl-vae', 'vae'],
    fewestClasses: 1,
  },
  encodings: ['mse'],
  fit: () => null,
  score: ({ views }) => meanOverMembers(views, (view) => Float64Array.from(encodingOf(view, 'mse'))),
}
