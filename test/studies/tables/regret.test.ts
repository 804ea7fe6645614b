import { describe, expect, test } from 'vitest'
import { regretOf } from '../../../main/studies/tables/regret.ts'
import { studyGrid } from '../../../main/studies/tables/studyGrid.ts'
import { type At, madeCells, madeSpec } from '../madeStudy.ts'

const primary = { method: 'ours/centre', rivals: ['cnn/max-softmax'] }
const spec = madeSpec({ primary, sets: [{ name: 'mnist' }, { name: 'fashion' }], seeds: [1, 2] })

/** The classifier is better by 0.1 for 3, the divergence by 0.02 for 5, and ours everywhere else. */
const auroc = ({ case: held, seed }: At, detector: string) => 0.8 + seed / 100 + (
  detector === 'centre' ? 0 : detector === 'divergence' ? (held === '5' ? 0.02 : -0.1) : (held === '3' ? 0.1 : -0.1))
const cells = madeCells(spec, auroc)

describe('the regret', () => {
  test('is that to the best of all methods, also those of the same arm, and 0 where the primary one is the best', () => {
    const { cases, mean, worst } = regretOf(studyGrid(spec, cells), ['mnist'])!
    expect(cases[0]).toEqual({ set: 'mnist', case: '0', regret: 0, best: 'ours/centre' })
    expect(cases[5].regret).toBeCloseTo(0.02, 12)
    expect(mean).toBeCloseTo(0.012, 12)
    expect(worst).toMatchObject({ case: '3', best: 'cnn/max-softmax' })
    expect(worst!.regret).toBeCloseTo(0.1, 12)
  })

  test('of several sets is over the cases of all', () => {
    expect(regretOf(studyGrid(spec, cells), ['mnist', 'fashion'])!.cases).toHaveLength(20)
  })

  test('compares on the seeds that both have', () => {
    const bySeed = madeCells(spec, (at, detector) => auroc(at, detector) + (at.seed === 2 ? 0.1 : 0))
    const some = bySeed.filter(({ arm, case: held, seed }) => !(arm === 'ours' && held === '3' && seed === 2))
    expect(regretOf(studyGrid(spec, some), ['mnist'])!.cases[3].regret).toBeCloseTo(0.1, 12)
  })

  test('is unknown where the primary method has no cell, and the others are right without it', () => {
    const some = cells.filter(({ arm, case: held }) => !(arm === 'ours' && held === '3'))
    const { cases, known, worst } = regretOf(studyGrid(spec, some), ['mnist'])!
    expect(cases[3]).toMatchObject({ regret: null, best: null })
    expect([known, worst!.case]).toEqual([9, '5'])
  })

  test('is none where the study names no primary method, or one that it has not', () => {
    expect(regretOf(studyGrid(madeSpec(), []), ['mnist'])).toBeNull()
    const other = madeSpec({ primary: { method: 'x/y', rivals: ['ours/centre'] } })
    expect(regretOf(studyGrid(other, []), ['mnist'])).toBeNull()
  })
})
