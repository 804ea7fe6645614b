import { type Detector, encodingOf } from '../detector.ts'
import { kthDistances, neighbourBank } from '../neighbours.ts'
import { pack, type Packed, unpack } from '../packed.ts'
import { type MemberFit, type MemberRule, overMembers, STANDARDISED } from '../overMembers.ts'
import { rowsOf, unitRows } from '../rows.ts'

/** The directions of training images' features, images x width, and which neighbour counts. */
interface Bank { width: number; vectors: Packed; k: number }

const ID = 'feature-knn'
const MOST_IMAGES = 10_000
/** So that the banks of some members fit in memory and in a file: 10,000 images of up to 838 features. */
const MOST_NUMBERS = 2 ** 23
const FEWEST_NEIGHBOURS = 5

/** The paper's 50 of CIFAR-10's 50,000 training images, at the same density. */
const neighbourFor = (vectors: number): number => Math.max(FEWEST_NEIGHBOURS, Math.round(vectors / 1000))

/** The training images that an image's features are compared with. @param width of the features */
export function featureBank(train: Uint32Array, width: number, seed: number): Uint32Array {
  const limit = Math.max(FEWEST_NEIGHBOURS, Math.min(MOST_IMAGES, Math.floor(MOST_NUMBERS / width)))
  return neighbourBank(train, limit, seed, ID)
}

/** One member's distances. */
export const neighboursOfFeatures: MemberRule<Bank> = {
  learn(view, { train, seed }, count) {
    const features = encodingOf(view, 'features')
    const width = features.length / count
    const rows = featureBank(train, width, seed)
    return { width, vectors: pack(unitRows(rowsOf(features, width, rows), width)), k: neighbourFor(rows.length) }
  },
  score: (view, { width, vectors, k }) =>
    kthDistances(unpack(vectors), unitRows(encodingOf(view, 'features'), width), width, k),
}

/** Assumes no shape of the classes: an image is strange where hardly a known image lies in its direction. */
export const featureNeighbours: Detector<MemberFit<Bank>[]> = {
  description: {
    id: ID,
    name: 'Nearest neighbours of features',
    sentence: 'How far, among the directions of the training images’ features, the image’s k-th nearest neighbour is.',
    formula: 'mean_m std( k-th smallest || f / ||f|| - f_i / ||f_i|| || over training images i )',
    source: 'Sun et al. 2022, arXiv 2204.06507',
    notes: 'The bank is at most 10,000 training images (fewer of more than 838 features), drawn by the seed; k is one in a '
      + `thousand of them, at least 5. Features that are all 0 have no direction, and stay 0. ${STANDARDISED}`,
    reads: 'features',
    models: ['cnn', 'cl-vae', 'vae'],
    fewestClasses: 1,
  },
  encodings: ['features'],
  multiplies: true,
  ...overMembers(neighboursOfFeatures),
}
