import fc from 'fast-check'
import { expect, it } from 'vitest'
import { midranks, rankCorrelation, ranksApart } from '../../main/metrics/ranks.ts'

const values = fc.array(fc.integer({ min: -20, max: 20 }), { minLength: 2, maxLength: 40 })

it('ranks are those of SciPy’s rankdata, ties sharing the mean of their places', () => {
  expect([...midranks([10, 30, 20, 20, -5])]).toEqual([2, 5, 3.5, 3.5, 1])
})

it('the rank correlation is SciPy’s spearmanr, with and without ties', () => {
  const rho = (a: number[], b: number[]) => rankCorrelation(midranks(a), midranks(b))
  expect(rho([1, 2, 3, 4, 5], [5, 6, 7, 8, 7])).toBeCloseTo(0.8207826816681233, 12)
  expect(rho([1, 2, 2, 4], [4, 3, 1, 2])).toBeCloseTo(-0.6324555320336759, 12)
  expect(rho([3, 1, 2], [1, 1, 1])).toBeNaN()
})

it('a correlation stays within -1 and 1, is 1 with itself, and does not change when scores are stretched', () => {
  fc.assert(fc.property(values, (list) => {
    fc.pre(new Set(list).size > 1)
    const other = list.map((value, i) => value * (i % 3))
    const ranks = midranks(list)
    expect(rankCorrelation(ranks, ranks)).toBeCloseTo(1, 12)
    expect(rankCorrelation(ranks, midranks(list.map((value) => Math.exp(value / 10))))).toBeCloseTo(1, 12)
    const rho = rankCorrelation(ranks, midranks(other))
    if (!Number.isNaN(rho)) expect(Math.abs(rho)).toBeLessThanOrEqual(1 + 1e-12)
  }))
})

it('rankings that agree are nowhere apart, and opposite ones furthest at their ends', () => {
  const up = midranks([1, 2, 3, 4, 5])
  expect([...ranksApart([up, up, up])]).toEqual([0, 0, 0, 0, 0])
  expect([...ranksApart([up, up.toReversed()])]).toEqual([0.8, 0.4, 0, 0.4, 0.8])
})
