import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isolation } from '../../../main/detectors/pixels/isolationForest.ts'
import { growTree, meanPathLength, pathLength } from '../../../main/detectors/pixels/isolationTree.ts'
import { auroc } from '../../../main/metrics/auroc.ts'
import { stream } from '../../../main/models/random.ts'
import { evidence, reference, relativeError, scoresBy } from './fixture.ts'

const { pixels } = evidence
const all = pixels.read(Uint32Array.from({ length: pixels.count }, (_, i) => i))

/** Spearman's, of scores without ties. */
function rankCorrelation(a: ArrayLike<number>, b: ArrayLike<number>): number {
  const ranksOf = (scores: ArrayLike<number>) => {
    const ranks: number[] = []
    Array.from(scores, (_, i) => i).sort((i, j) => scores[i] - scores[j]).forEach((image, rank) => { ranks[image] = rank })
    return ranks
  }
  const [first, second] = [ranksOf(a), ranksOf(b)]
  const squares = first.reduce((sum, rank, i) => sum + (rank - second[i]) ** 2, 0)
  return 1 - (6 * squares) / (first.length * (first.length ** 2 - 1))
}

describe('beside scikit-learn', () => {
  it('scikit-learn’s own trees give its scores, to a millionth', () => {
    const scores = isolation(all, pixels.size, reference.forest.trees, reference.train)
    expect(relativeError(scores, reference.forest.scores)).toBeLessThan(1e-6)
  })

  it('own trees order the images as its do: no less alike than two of its seeds, less 0.02', async () => {
    const between = rankCorrelation(reference.scores['isolation-forest'], reference.forest.anotherSeed)
    for (const seed of [1, 2, 3]) {
      const own = await scoresBy('isolation-forest', seed)
      expect(rankCorrelation(own, reference.scores['isolation-forest'])).toBeGreaterThan(between - 0.02)
    }
  })

  it('their mean is its mean to 0.01, and their AUROC its AUROC to 0.05', async () => {
    const marks = reference.labels.slice(reference.train).map((label) => label < 0)
    const mean = (scores: ArrayLike<number>) => Array.from(scores).reduce((a, b) => a + b) / scores.length
    const own = await scoresBy('isolation-forest')
    expect(Math.abs(mean(own) - mean(reference.scores['isolation-forest']))).toBeLessThan(0.01)
    expect(Math.abs(auroc(own.slice(reference.train), marks) - reference.aurocs['isolation-forest'])).toBeLessThan(0.05)
  })
})

describe('a tree', () => {
  const vectors = fc.tuple(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 5 }), fc.nat(), fc.boolean())
    .map(([count, width, seed, coarse]) => {
      const random = stream(`tree-${seed}`)
      const values = random.normals(count * width).map((value) => coarse ? Math.round(value) : value)
      return { count, width, values, tree: growTree(values, width, random) }
    })

  it('tells apart what differs down to the height of a balanced tree, and counts what it leaves together', () => {
    fc.assert(fc.property(vectors, ({ count, width, values, tree }) => {
      const deepest = Math.ceil(Math.log2(Math.max(2, count)))
      for (let i = 0; i < count; i++) {
        const length = pathLength(tree, values, i * width)
        expect(length).toBeGreaterThanOrEqual(0)
        expect(length).toBeLessThanOrEqual(deepest + meanPathLength(count))
      }
    }), { seed: 5, numRuns: 80 })
  })

  it('has a vector on either side of every cut', () => {
    fc.assert(fc.property(vectors, ({ count, width, values, tree }) => {
      const reached = new Set<number>()
      for (let i = 0; i < count; i++) {
        let node = 0
        for (reached.add(0); tree[node] >= 0; reached.add(node)) {
          node = values[i * width + tree[node]] <= tree[node + 1] ? node + 3 : tree[node + 2]
        }
      }
      expect(reached.size).toBe(tree.length / 3)
    }), { seed: 6, numRuns: 80 })
  })

  it('of vectors that are all alike is one leaf, as long as a search among so many', () => {
    const tree = growTree(new Float32Array(40).fill(0.5), 4, stream('alike'))
    expect(tree).toEqual([-1, meanPathLength(10), -1])
  })
})

it('the mean path length is that of the paper’s equation 1', () => {
  expect([0, 1, 2].map(meanPathLength)).toEqual([0, 0, 1])
  expect(meanPathLength(256)).toBeCloseTo(10.244_770_92, 8)
})
