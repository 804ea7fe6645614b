import type { Detector } from '../detector.ts'
import { kthDistances, neighbourBank } from '../neighbours.ts'
import { pack, type Packed, unpack } from '../packed.ts'
import { scoreInBatches } from './pixelRows.ts'

const NEIGHBOUR = 5
const MOST_IMAGES = 10_000
/** So that a bank of large images fits in memory and in its file: 10,000 of 32 x 32 in colour, 2,700 of 64 x 64. */
const MOST_PIXELS = 2 ** 25

interface Bank { images: Packed; width: number }

/** Far from what was seen, pixel by pixel. k is 5 as in PyOD; a training image counts as its own nearest. */
export const pixelNeighbours: Detector<Bank> = {
  description: {
    id: 'pixel-knn',
    name: 'Nearest neighbours in pixels',
    sentence: 'How far, pixel by pixel, the fifth nearest training image lies; compared with at most 10,000 of them, drawn by the seed (fewer where they have more than 3,355 values each).',
    formula: '||x - x_(5)||',
    source: 'Ramaswamy, Rastogi and Shim 2000',
    reads: 'pixels',
    models: ['cl-vae', 'vae', 'cnn'],
    fewestClasses: 1,
  },
  encodings: [],
  multiplies: true,
  fit({ pixels }, { train, seed }) {
    const limit = Math.max(NEIGHBOUR, Math.min(MOST_IMAGES, Math.floor(MOST_PIXELS / pixels.size)))
    return { images: pack(pixels.read(neighbourBank(train, limit, seed, 'pixel-knn'))), width: pixels.size }
  },
  score({ pixels }, { images, width }) {
    const bank = unpack(images)
    return scoreInBatches(pixels, (batch) => kthDistances(bank, batch, width, NEIGHBOUR))
  },
}
