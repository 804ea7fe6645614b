import fc from 'fast-check'
import { expect, it } from 'vitest'
import { mostDraws, subEnsembles } from '../../../main/workers/cell/subEnsembles.ts'

const binomial = (n: number, k: number): number => (k === 0 ? 1 : (binomial(n - 1, k - 1) * n) / k)

it('are different subsets of the size, drawn without replacement: all there are, or as many as are drawn at most', () => {
  const sizes = fc.integer({ min: 1, max: 30 }).chain((members) => fc.tuple(fc.constant(members), fc.integer({ min: 1, max: members })))
  fc.assert(fc.property(sizes, fc.nat(1000), ([members, size], seed) => {
    const drawn = subEnsembles(members, size, seed)
    expect(drawn).toHaveLength(Math.min(mostDraws, Math.round(binomial(members, size))))
    expect(new Set(drawn.map((subset) => subset.join())).size).toBe(drawn.length)
    for (const subset of drawn) {
      expect(subset).toEqual([...new Set(subset)].toSorted((a, b) => a - b))
      expect(subset).toHaveLength(size)
      expect(subset.every((member) => member >= 0 && member < members)).toBe(true)
    }
  }), { seed: 1, numRuns: 100 })
})

it('follow from the seed', () => {
  expect(subEnsembles(12, 5, 1)).toEqual(subEnsembles(12, 5, 1))
  expect(subEnsembles(12, 5, 1)).not.toEqual(subEnsembles(12, 5, 2))
})

it('come from all members about equally often', () => {
  const counts = Array.from({ length: 10 }, () => 0)
  for (let seed = 0; seed < 200; seed++) for (const subset of subEnsembles(10, 3, seed)) subset.forEach((member) => counts[member]++)
  // 12,000 places for ten members: 1,200 each, give or take five standard deviations of 29.
  for (const count of counts) expect(Math.abs(count - 1200)).toBeLessThan(145)
})
