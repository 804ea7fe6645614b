import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { holm } from '../../../main/metrics/holm.ts'
import { stream } from '../../../main/models/random.ts'
import { claimOf } from '../../../main/studies/tables/claims.ts'
import { comparisonsOf } from '../../../main/studies/tables/primaryComparisons.ts'
import { studyGrid } from '../../../main/studies/tables/studyGrid.ts'
import { type At, digits, madeCells, madeSpec, resampling } from '../madeStudy.ts'

const arms = ['ours', 'near', 'far', 'else'].map((name) => ({ name, detectors: ['d'] }))
const primary = { method: 'ours/d', rivals: ['near/d', 'far/d'] }
const spec = madeSpec({ arms, primary })
const noise = stream('comparisons').normals(10)
const shift: Record<string, number> = { ours: 0, near: -0.001, far: -0.1, else: 0.05 }
const auroc = ({ case: held, arm }: At) => 0.8 + shift[arm] + (arm === 'ours' ? 0 : noise[Number(held)] / 50)
const compare = (of = spec, cells = madeCells(of, auroc)) => comparisonsOf(studyGrid(of, cells), resampling)

describe('the primary comparisons', () => {
  test('are those named beforehand, in their order, and all else is exploratory without a p', () => {
    expect(compare().primary.map(({ rival }) => rival)).toEqual(['near/d', 'far/d'])
    expect(compare().exploratory.map(({ rival }) => rival)).toEqual(['else/d'])
    expect('p' in compare().exploratory[0]).toBe(false)
    expect(compare(madeSpec({ arms }))).toEqual({ primary: [], exploratory: [] })
  })

  test('have the mean of the paired differences, and p adjusted by Holm over the rivals alone', () => {
    const found = compare().primary
    const mean = noise.reduce((sum, z) => sum + z, 0) / 10 / 50
    expect(found[1].difference!.estimate).toBeCloseTo(0.1 - mean, 12)
    expect(found.map(({ adjusted }) => adjusted)).toEqual(holm(found.map(({ p }) => p!)))
    expect(found.map(({ verdict }) => verdict)).toEqual(['not told', 'better'])
  })

  test('say worse where the rival is better', () => {
    const turned = madeSpec({ arms, primary: { method: 'far/d', rivals: ['ours/d'] } })
    expect(compare(turned).primary[0].verdict).toBe('worse')
  })

  test('of a method with its double give 0 and p = 1', () => {
    const aurocs = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 10, maxLength: 10 })
    fc.assert(fc.property(aurocs, (values) => {
      const [one] = compare(spec, madeCells(spec, ({ case: held }) => values[Number(held)])).primary
      expect(one).toMatchObject({ difference: { estimate: 0, lower: 0, upper: 0 }, p: 1, adjusted: 1 })
      expect(one.verdict).toBe('not told')
    }), { seed: 5, numRuns: 10 })
  })

  test('pair by case and seed, so that what both share cancels', () => {
    const seeds = madeSpec({ arms, primary, seeds: [1, 2] })
    const shared = ({ case: held, seed, arm }: At) => Number(held) / 20 + seed / 10 + (arm === 'ours' ? 0.01 : 0)
    const { difference } = compare(seeds, madeCells(seeds, shared)).primary[0]
    for (const end of [difference!.estimate, difference!.lower, difference!.upper]) expect(end).toBeCloseTo(0.01, 12)
  })

  test('are on the common cells alone', () => {
    const cells = madeCells(spec, auroc).filter(({ arm, case: held }) => arm !== 'far' || Number(held) < 8)
    const [near, far] = compare(spec, cells).primary
    expect([near.cells, far.cells, far.of, far.cases]).toEqual([10, 8, 10, 8])
    expect(far.difference!.estimate).toBeCloseTo(0.1 - noise.slice(0, 8).reduce((sum, z) => sum + z, 0) / 8 / 50, 12)
  })

  test('with too few cases or none have no p, but still count as tests of the others', () => {
    const cells = madeCells(spec, auroc).filter(({ arm, case: held }) => arm !== 'near' || Number(held) < 5)
    const [near, far] = compare(spec, cells).primary
    expect(near).toMatchObject({ p: null, adjusted: null, verdict: 'not told' })
    expect(far.adjusted).toBe(2 * far.p!)
    const missing = madeSpec({ arms, primary: { method: 'ours/d', rivals: ['ours/other'] } })
    expect(compare(missing).primary[0]).toMatchObject({ cells: 0, difference: null, p: null })
  })

  test('of two sets are over the cases of both, and each set alone is exploratory', () => {
    const both = madeSpec({ arms, primary, sets: [{ name: 'mnist' }, { name: 'fashion' }] })
    const bySet = (at: At) => auroc(at) + (at.set === 'fashion' && at.arm === 'far' ? 0.04 : 0)
    const { primary: found, exploratory } = compare(both, madeCells(both, bySet, digits))
    const alone = (set: string) => exploratory.find(({ sets, rival }) => sets.join() === set && rival === 'far/d')!
    expect(found[1]).toMatchObject({ sets: ['mnist', 'fashion'], cases: 20, of: 20 })
    expect(found[1].difference!.estimate).toBeCloseTo(
      (alone('mnist').difference!.estimate + alone('fashion').difference!.estimate) / 2, 12)
    expect(alone('mnist').difference!.estimate - alone('fashion').difference!.estimate).toBeCloseTo(0.04, 12)
  })
})

describe('the sentence of a comparison', () => {
  const base = { method: 'a/x', rival: 'b/y', sets: ['s'], cases: 10, cells: 10, of: 10 }
  const difference = { estimate: 0.0212, lower: 0.0121, upper: 0.0304 }

  test.each([
    [{ difference, p: 0.001, adjusted: 0.002, verdict: 'better' as const },
      'a/x is better than b/y by 0.021 (0.012 to 0.030), p = 0.002 after Holm.'],
    [{ difference: { estimate: -0.02, lower: -0.03, upper: -0.01 }, p: 0.0001, adjusted: 0.0002, verdict: 'worse' as const },
      'a/x is worse than b/y by 0.020 (0.010 to 0.030), p < 0.001 after Holm.'],
    [{ difference: { estimate: 0.01, lower: -0.01, upper: 0.03 }, p: 0.2, adjusted: 0.4, verdict: 'not told' as const },
      'Of a/x and b/y no difference can be told: the difference is 0.010 (−0.010 to 0.030), p = 0.400 after Holm.'],
    [{ difference: null, p: null, adjusted: null, verdict: 'not told' as const, cells: 0 },
      'a/x and b/y cannot be compared: no cell has a score of both.'],
    [{ difference, p: null, adjusted: null, verdict: 'not told' as const, cases: 4, cells: 4 },
      'Of a/x and b/y no difference can be told: the difference is 0.021 (0.012 to 0.030), and a test needs 6 held-out '
      + 'cases. On the 4 of 10 cells that both have.'],
  ])('says what was found, and no more (%#)', (found, sentence) => {
    expect(claimOf({ ...base, ...found })).toBe(sentence)
  })
})
