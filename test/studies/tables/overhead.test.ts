import { describe, expect, test } from 'vitest'
import { completeness } from '../../../main/studies/tables/missingCells.ts'
import { overheads } from '../../../main/studies/tables/overhead.ts'
import { studyGrid } from '../../../main/studies/tables/studyGrid.ts'
import { madeCells, madeSpec } from '../madeStudy.ts'

const primary = { method: 'ours/divergence', rivals: ['cnn/max-softmax'] }
const spec = madeSpec({ primary, seeds: [1, 2] })
const cells = madeCells(spec, (_, detector) => (detector === 'divergence' ? 0.7 : 0.9))

describe('the overhead', () => {
  const costs = (given = cells) => overheads(studyGrid(spec, given))

  test('is, for each arm, the mean of the times beside the AUROC of the detector that the study names', () => {
    const slow = cells.map((cell) => ({ ...cell, trainingSeconds: cell.seed * 60, scoringSeconds: cell.seed }))
    const [ours, cnn] = costs(slow)
    expect(ours).toMatchObject({ arm: 'ours', detector: 'divergence', cells: 20 })
    expect([ours.trainingSeconds, ours.scoringSeconds]).toEqual([90, 1.5])
    expect([ours.mean, cnn.mean]).toEqual([expect.closeTo(0.7, 12), expect.closeTo(0.9, 12)])
    expect(cnn).toMatchObject({ detector: 'max-softmax', parameters: [134_165], members: [5], threads: [2] })
  })

  test('has the largest memory, and times over those cells that have one', () => {
    const some = cells.map((cell) => ({
      ...cell, memory: 100 * Number(cell.case), trainingSeconds: cell.seed === 1 ? null : 50,
    }))
    expect(costs(some)[0]).toMatchObject({ memory: 900, trainingSeconds: 50, timed: 10, cells: 20 })
  })

  test('names what trained the members, and nothing where there are none', () => {
    const none = cells.map((cell) => (cell.arm === 'cnn' ? { ...cell, members: 0, device: '' } : cell))
    expect(costs(none).map(({ devices }) => devices)).toEqual([['CPU'], []])
  })

  test('is empty for an arm without cells', () => {
    expect(costs(cells.filter(({ arm }) => arm === 'ours'))[1]).toMatchObject({
      cells: 0, of: 20, mean: null, trainingSeconds: null, memory: null, members: [], devices: [],
    })
  })
})

describe('what is missing', () => {
  const lacks = (given: typeof cells, of = spec) => completeness(studyGrid(of, given))

  test('is nothing of a whole study', () => {
    expect(lacks(cells)).toEqual({ done: 40, of: 40, missing: [] })
  })

  test('is named with its state and reason', () => {
    const given = cells.flatMap((cell) => {
      const at = `${cell.arm} ${cell.case} ${cell.seed}`
      if (at === 'cnn 1 1') return []
      if (at === 'ours 2 2') return [{ ...cell, state: 'failed' as const, reason: 'disk full' }]
      return [at === 'ours 3 1' ? { ...cell, scores: cell.scores.slice(0, 1) } : cell]
    })
    expect(lacks(given)).toEqual({
      done: 38, of: 40, missing: [
        { set: 'mnist', case: '2', seed: 2, arm: 'ours', varied: {}, state: 'failed', reason: 'disk full' },
        { set: 'mnist', case: '3', seed: 1, arm: 'ours', varied: {}, state: 'not scored', reason: 'divergence' },
        { set: 'mnist', case: '1', seed: 1, arm: 'cnn', varied: {}, state: 'not run', reason: null },
      ],
    })
  })

  test('counts variations, and a value that is the arm’s own once', () => {
    const varied = madeSpec({ vary: [{ arms: ['ours'], setting: 'latent', values: [4, 8] }] })
    const given = madeCells(varied, () => 0.9)
    expect(lacks(given, varied)).toEqual({ done: 30, of: 30, missing: [] })
    expect(lacks(given.filter((cell) => cell.varied.latent !== 4), varied)).toMatchObject({ done: 20, of: 30 })
  })

  test('knows cases of which no cell is there where it is told them', () => {
    const open = madeSpec({ protocol: { kind: 'each-class' } })
    const given = madeCells(open, () => 0.9, ['0', '1'])
    expect(completeness(studyGrid(open, given))).toMatchObject({ done: 4, of: 4 })
    const { done, of, missing } = completeness(studyGrid(open, given, new Map([['mnist', ['0', '1', '2']]])))
    expect([done, of, missing.map((one) => one.case)]).toEqual([4, 6, ['2', '2']])
  })

  test('does not ask for cells of the foreign set, which nothing is trained on', () => {
    const sets = [{ name: 'mnist' }, { name: 'kmnist' }]
    const foreign = madeSpec({ sets, protocol: { kind: 'foreign', set: 'kmnist' } })
    expect(studyGrid(foreign, []).sets).toEqual(['mnist'])
  })
})
