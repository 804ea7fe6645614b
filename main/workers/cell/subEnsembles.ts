import { stream } from '../../models/random.ts'

/** Sub-ensembles of one size are drawn at most so often. */
export const mostDraws = 20

/**
 * Different sub-ensembles of a size: all of them where there are no more than `mostDraws`, else so many at random, each
 * drawn without replacement. The same seed gives the same draws.
 * @returns members' indices, ascending
 */
export function subEnsembles(members: number, size: number, seed: number): number[][] {
  const all = firstSubsets(members, size, mostDraws + 1)
  if (all.length <= mostDraws) return all
  const random = stream(`sub-ensembles/${seed}/${size}`)
  const drawn = new Map<string, number[]>()
  while (drawn.size < mostDraws) {
    const subset = [...random.permutation(members).subarray(0, size)].sort((a, b) => a - b)
    drawn.set(subset.join(), subset)
  }
  return [...drawn.values()]
}

/** The subsets of 0..n-1 with k elements in lexicographic order, at most `most` of them. */
function firstSubsets(n: number, k: number, most: number, from = 0): number[][] {
  if (k === 0) return [[]]
  const subsets: number[][] = []
  for (let first = from; first <= n - k && subsets.length < most; first++) {
    for (const rest of firstSubsets(n, k - 1, most - subsets.length, first + 1)) subsets.push([first, ...rest])
  }
  return subsets
}
