import type { Detector } from '../detector.ts'
import { kthDistances, neighbourBank } from '../neighbours.ts'
import { pack, type Packed, unpack } from '../packed.ts'
import { rowsOf, unitRows } from '../rows.ts'
import { featuresOf } from './features.ts'

const NEIGHBOURS = 10
const BANK = 10_000

/** Unit vectors of the training inliers that others are compared with. */
interface BankFit { width: number; bank: Packed }

/** Far from all training images in a space that another network laid out, without asking for their classes. */
export const encoderKnn: Detector<BankFit> = {
  description: {
    id: 'encoder-knn',
    name: 'Encoder: nearest neighbours',
    sentence: 'How far the image’s features, by an encoder that you bring, lie from their 10th nearest among at most 10,000 '
      + 'training images of the known classes, drawn by the seed.',
    formula: '|f/|f| - g_10/|g_10||, g_10 the 10th nearest training image',
    source: 'Sun et al. 2022, arXiv 2204.06507, with the ensemble’s seed for the bank',
    reads: 'features',
    models: ['cl-vae', 'vae', 'cnn'],
    fewestClasses: 1,
    needsEncoder: true,
  },
  encodings: [],
  multiplies: true,
  fit(evidence, { train, seed }) {
    const { width, values } = featuresOf(evidence)
    const rows = neighbourBank(train, BANK, seed, 'encoder-knn')
    return { width, bank: pack(unitRows(rowsOf(values, width, rows), width)) }
  },
  score(evidence, { width, bank }) {
    return kthDistances(unpack(bank), unitRows(featuresOf(evidence).values, width), width, NEIGHBOURS)
  },
}
