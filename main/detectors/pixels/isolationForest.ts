import { stream } from '../../models/random.ts'
import type { Detector } from '../detector.ts'
import { pack, type Packed, unpack } from '../packed.ts'
import { sampled } from '../sampled.ts'
import { growTree, meanPathLength, pathLength } from './isolationTree.ts'
import { scoreInBatches } from './pixelRows.ts'

const TREES = 100
const SUBSAMPLE = 256

/** Trees, and of how many images each was grown. */
interface Forest { trees: Packed[]; subsample: number; width: number }

/** Strangers are cut off from the others by few random cuts. */
export const isolationForest: Detector<Forest> = {
  description: {
    id: 'isolation-forest',
    name: 'Isolation forest',
    sentence: `How few random cuts through pixel values isolate the image, over ${TREES} trees of ${SUBSAMPLE} training images each.`,
    formula: '2^(-mean_t h_t(x) / c(n))',
    source: 'Liu, Ting and Zhou 2008',
    reads: 'pixels',
    models: ['cl-vae', 'vae', 'cnn'],
    fewestClasses: 1,
  },
  encodings: [],
  fit({ pixels }, { train, seed }) {
    const trees = Array.from({ length: TREES }, (_, t) => {
      const name = `seed-${seed}/isolation-forest/tree-${t}`
      const images = pixels.read(sampled(train, SUBSAMPLE, `${name}/images`))
      return pack(Float32Array.from(growTree(images, pixels.size, stream(name))))
    })
    return { trees, subsample: Math.min(SUBSAMPLE, train.length), width: pixels.size }
  },
  score({ pixels }, forest) {
    const trees = forest.trees.map(unpack)
    return scoreInBatches(pixels, (batch) => isolation(batch, forest.width, trees, forest.subsample))
  },
}

/** s(x, n) of each image (their equation 2); 1 for all where the trees have but one image to isolate. */
export function isolation(
  images: Float32Array, width: number, trees: ArrayLike<number>[], subsample: number,
): Float64Array {
  const usual = meanPathLength(subsample) || 1
  return new Float64Array(images.length / width).map((_, i) => {
    const sum = trees.reduce((length, tree) => length + pathLength(tree, images, i * width), 0)
    return 2 ** (-sum / trees.length / usual)
  })
}
