import { type Detector, encodingOf, meanOverMembers } from './detector.ts'

/** What is missing of a structural similarity of 1 to the decoded posterior mean, averaged over the members. */
export const reconstructionSsim: Detector<null> = {
  description: {
    id: 'reconstruction-ssim',
    name: 'Structural reconstruction error',
    sentence: 'How little of the image’s edges and textures is kept in what the members draw again.',
    formula: 'mean_m [ 1 - SSIM( x, sigmoid(decoder_m(m_m)) ) ]',
    source: 'Wang et al. 2004, eq. 13; on autoencoders Bergmann et al. 2019',
    reads: 'reconstruction',
    models: ['cl-vae', 'vae'],
    fewestClasses: 1,
  },
  encodings: ['ssim'],
  fit: () => null,
  score: ({ views }) => meanOverMembers(views, (view) => Float64Array.from(encodingOf(view, 'ssim'))),
}
