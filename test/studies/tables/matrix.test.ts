import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { stream } from '../../../main/models/random.ts'
import { matrixOf } from '../../../main/studies/tables/matrix.ts'
import { studyGrid } from '../../../main/studies/tables/studyGrid.ts'
import { type At, madeCells, madeSpec, resampling } from '../madeStudy.ts'

const levels: Record<string, number> = { centre: 0.9, divergence: 0.8, 'max-softmax': 0.85 }
const auroc = ({ case: held, seed }: At, detector: string) => levels[detector] + Number(held) / 1000 + seed / 10_000
const spec = madeSpec({ seeds: [1, 2] })
const cells = madeCells(spec, auroc)
const matrix = (given = cells, of = spec) => matrixOf(studyGrid(of, given), ['mnist'], resampling)
const lineOf = (name: string, given = cells) => matrix(given).lines.find(({ method }) => method === name)!
const without = (lost: (at: At) => boolean) => cells.filter((cell) => !lost(cell))
const failing = (lost: (at: At) => boolean) => cells.map((cell) =>
  (lost(cell) ? { ...cell, state: 'failed' as const, reason: 'out of memory', scores: [] } : cell))

describe('the matrix', () => {
  test('has a line for each arm’s detectors in the order of the study, and a place for each held-out case', () => {
    expect(matrix().lines.map(({ method }) => method)).toEqual(['ours/centre', 'ours/divergence', 'cnn/max-softmax'])
    expect(matrix().places.map((place) => place.case).join('')).toBe('0123456789')
  })

  test('has means over the seeds, over the cases, and the worst case', () => {
    const { entries, mean, worst, complete, cells: count } = lineOf('ours/centre')
    expect(entries[3].auroc).toBeCloseTo(0.90315, 12)
    expect(mean).toBeCloseTo(0.90465, 12)
    expect(worst).toEqual({ set: 'mnist', case: '0', auroc: entries[0].auroc })
    expect([complete, count]).toEqual([true, 20])
  })

  test('has an interval around the mean, and none of a single value', () => {
    const { mean, interval } = lineOf('ours/centre')
    expect(interval!.lower < mean! && mean! < interval!.upper).toBe(true)
    const one = madeSpec({ protocol: { kind: 'foreign', set: 'kmnist' } })
    expect(matrix(madeCells(one, () => 0.7, ['kmnist']), one).lines[0]).toMatchObject({ mean: 0.7, interval: null })
  })

  test('counts each case the same, however many seeds are there', () => {
    const uneven = madeSpec({ seeds: [1, 2], protocol: { kind: 'each-class', classes: ['0', '1'] } })
    const lopsided = madeCells(uneven, ({ case: held }) => Number(held), ['0', '1'])
      .filter(({ case: held, seed }) => held === '0' || seed === 1)
    expect(matrix(lopsided, uneven).lines[0].mean).toBe(0.5)
  })

  test('is the same whatever order the cells come in', () => {
    fc.assert(fc.property(fc.nat(), (seed) => {
      expect(matrix(stream(`order/${seed}`).shuffle([...cells]))).toEqual(matrix())
    }), { seed: 3, numRuns: 10 })
  })

  test('takes a cell that is done over one that failed before, and of two the latest', () => {
    const failed = failing(() => true)
    expect(matrix([...cells, ...failed])).toEqual(matrix())
    const older = madeCells(spec, () => 0.1).map((cell) => ({ ...cell, ended: '2025-01-01T00:00:00.000Z' }))
    expect(matrix([...cells, ...older])).toEqual(matrix())
  })
})

describe('a matrix with missing cells', () => {
  const lost = ({ case: held, seed, arm }: At) => arm === 'cnn' && held === '9' && seed === 2

  test.each([['failed', failing], ['absent', without]])('is right without a cell that is %s', (_, take) => {
    const { entries, cells: count, of, complete, mean } = lineOf('cnn/max-softmax', take(lost))
    expect([count, of, complete]).toEqual([19, 20, false])
    expect(entries[9]).toEqual({ auroc: 0.85 + 0.009 + 0.0001, seeds: 1, best: false })
    expect(mean).toBeCloseTo((9 * 0.85 + 0.036 + 9 * 0.00015 + 0.8591) / 10, 12)
    expect(lineOf('ours/centre', take(lost)).complete).toBe(true)
  })

  test('has means over the cells that all share beside those over what is there', () => {
    const some = without(({ case: held, arm }) => arm === 'cnn' && Number(held) > 4)
    expect(matrix(some).commonCells).toBe(10)
    expect(lineOf('ours/centre', some).commonMean).toBeCloseTo(0.90215, 12)
    expect(lineOf('ours/centre', some).mean).toBeCloseTo(0.90465, 12)
  })

  test('does not let a method without any cell take the others’ common cells', () => {
    const none = matrix(without(({ arm }) => arm === 'cnn'))
    expect(none.commonCells).toBe(20)
    expect(none.lines[2]).toMatchObject({ cells: 0, mean: null, interval: null, worst: null, commonMean: null })
  })

  test('keeps the place of a class that the study names and no cell has', () => {
    const entries = matrix(without(({ case: held }) => held === '7')).lines[0].entries
    expect(entries[7]).toEqual({ auroc: null, seeds: 0, best: false })
  })
})

describe('the best method', () => {
  const best = (given = cells) => matrix(given).lines.filter((line) => line.best).map(({ method }) => method)

  test('is marked where it is above each other one in every case', () => {
    expect(best()).toEqual(['ours/centre'])
  })

  test('is not marked on a tie, nor where chance would do', () => {
    const tied = madeCells(spec, ({ case: held }, detector) => (detector === 'divergence' ? 0.5 : Number(held) / 10))
    expect(best(tied)).toEqual([])
    const uneven = madeCells(spec, ({ case: held }, detector) =>
      0.8 + (detector === 'centre' ? (Number(held) % 2 ? 0.1 : -0.09) : 0))
    expect(best(uneven)).toEqual([])
  })

  test('is judged on the cells that two share: an incomplete mean of easy cases wins nothing', () => {
    const hard = ({ case: held }: At, detector: string) => (Number(held) < 7 ? 0.95 : 0.3) + levels[detector] / 100
    const easy = madeCells(spec, hard).filter(({ arm, case: held }) => arm === 'ours' || Number(held) < 7)
    const lines = matrix(easy).lines
    expect(lines[2].mean! > lines[0].mean!).toBe(true)
    expect(best(easy)).toEqual(['ours/centre'])
  })

  test('of one held-out case is marked from six seeds on', () => {
    const marks = (seeds: number[]) => {
      const of = madeSpec({ seeds })
      return matrix(madeCells(of, auroc), of).lines.map(({ entries }) => entries.filter((entry) => entry.best).length)
    }
    expect(marks([1, 2, 3, 4, 5])).toEqual([0, 0, 0])
    expect(marks([1, 2, 3, 4, 5, 6])).toEqual([10, 0, 0])
  })

  test('is not marked where fewer than six cases are shared', () => {
    expect(best(without(({ arm, case: held }) => arm === 'cnn' && Number(held) > 4))).toEqual([])
    expect(best(without(({ arm, case: held }) => arm === 'cnn' && Number(held) > 5))).toEqual(['ours/centre'])
  })
})
