import { closeness } from './centre.ts'
import { neighboursOfFeatures } from './classifier/featureNeighbours.ts'
import type { Detector } from './detector.ts'
import { logDistance } from './divergenceAndCentre.ts'
import { type MemberFit, type MemberRule, overMembers, STANDARDISED, sumOf } from './overMembers.ts'

const divergence: MemberRule<null> = { learn: () => null, score: logDistance }
const centre: MemberRule<null> = { learn: () => null, score: closeness }
const together = sumOf([divergence, centre, neighboursOfFeatures] as MemberRule<unknown>[])

/** What the latent space forgets of an image, the features before it may still hold: so both are asked. */
export const divergenceCentreNeighbours: Detector<MemberFit<MemberFit<unknown>[]>[]> = {
  description: {
    id: 'divergence-centre-neighbours',
    name: 'Divergence, centre and neighbours',
    sentence: 'Far from every class and near to the empty centre in latent space, and unlike the training images in the '
      + 'features before it.',
    formula: 'mean_m std( std( log(1 + min_k D_mk^2) ) + std( -||m_m|| / r ) + std( k-th neighbour of the features ) )',
    source: 'Lacuna; the neighbours as in Sun et al. 2022, arXiv 2204.06507',
    notes: `The neighbours are those of the detector feature-knn. ${STANDARDISED}`,
    reads: 'features',
    models: ['cl-vae'],
    fewestClasses: 2,
  },
  encodings: ['means', 'features'],
  multiplies: true,
  ...overMembers(together),
}
