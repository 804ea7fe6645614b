import { expect, test } from 'vitest'
import { studyTables } from '../../../main/studies/outputs/studyTables.ts'
import { ablationPicture } from '../../../renderer/studies/curves.ts'
import { heatStep, matrixRows, parseOrder } from '../../../renderer/studies/matrixRows.ts'
import { missingGroups } from '../../../renderer/studies/missingGroups.ts'
import { regretWords } from '../../../renderer/studies/regretWords.ts'
import { runWords } from '../../../renderer/studies/runWords.ts'
import { type At, madeCells, madeSpec } from '../../studies/madeStudy.ts'

const spec = madeSpec({
  vary: [{ arms: ['ours'], setting: 'latent', values: [16, 2, 8] }],
  primary: { method: 'ours/divergence', rivals: ['cnn/max-softmax'] },
})
const auroc = ({ case: held, arm }: At, detector: string) =>
  (arm === 'cnn' ? 0.8 : detector === 'centre' ? 0.9 : 0.85) + Number(held) / 1000
const cells = madeCells(spec, auroc).filter(({ arm, case: held }) => arm !== 'cnn' || held !== '3')
const failed = cells.map((cell) =>
  (cell.case === '5' && cell.arm === 'cnn' ? { ...cell, state: 'failed' as const, reason: 'NaN.', scores: [] } : cell))
const { matrices: [matrix], ablation, completeness, regrets: [regret] } = studyTables(spec, failed)

test('a matrix is sorted by a column, the best first and what has no figure last', () => {
  const names = (order: string | null) =>
    matrixRows(matrix, parseOrder(order, matrix), null).map(({ method }) => method)
  expect(names(null)).toEqual(['ours/centre', 'ours/divergence', 'cnn/max-softmax'])
  expect(names('mean')).toEqual(['ours/centre', 'ours/divergence', 'cnn/max-softmax'])
  expect(names('case:3').at(-1)).toBe('cnn/max-softmax')
  expect(names('case:none')).toEqual(names(null))
  expect(matrixRows(matrix, 'mean', new Set(['cnn/max-softmax']))).toHaveLength(1)
})

test('each step of the colours begins where its legend says', () => {
  expect([0.2, 0.599, 0.6, 0.7, 0.8, 0.9, 0.95, 0.98, 1].map(heatStep)).toEqual([0, 0, 1, 2, 3, 4, 5, 6, 6])
})

test('curves follow the numbers of a setting, and those named beforehand are proposed first', () => {
  const { steps, curves, proposed } = ablationPicture(ablation, spec)
  expect(steps).toEqual(['2', '8', '16'])
  expect(proposed[0]).toBe('ours/divergence')
  const { points: [first] } = curves.find(({ name }) => name === 'ours/divergence')!
  expect(first).toMatchObject({ at: '2', mean: ablation[1].points[0].mean })
})

test('what is missing is told by reason, what failed first', () => {
  expect(missingGroups(completeness)).toEqual([
    { state: 'failed', what: 'mnist, cnn', reason: 'NaN.', cases: 'seed 1: 5', cells: 1 },
    { state: 'not run', what: 'mnist, cnn', reason: null, cases: 'seed 1: 3', cells: 1 },
  ])
})

test('regret is told with its case, and that it is none where the method is the best', () => {
  expect(regretWords(regret)).toMatch(
    /^On mnist, ours\/divergence misses the best of all methods by 0\.050 in the mean, at most by 0\.050, where \d is held out and ours\/centre is the best \(over 10 held-out cases/,
  )
  const none = { ...regret, mean: 0, worst: { ...regret.worst!, regret: 0 } }
  expect(regretWords(none)).toContain('is itself the best in every case')
})

test('a study that runs tells the cell and the time left, and one that rests how far it got', () => {
  const study = { cells: 10, done: 4, failed: 1 } as Parameters<typeof runWords>[0]
  const progress = {
    kind: 'study', phase: 'training', done: 4, total: 10, failed: 1, now: 'mnist, 3, ours', secondsLeft: 120,
  }
  expect(runWords(study, { state: 'running', progress } as Parameters<typeof runWords>[1])).toEqual({
    state: 'Runs', cells: '4 of 10 cells, 1 failed', now: 'training mnist, 3, ours', left: 'about 2 min left',
  })
  expect(runWords(study, null)).toMatchObject({ state: 'Incomplete', now: '', left: '' })
  expect(runWords({ ...study, cells: null }, null).state).toBe('Cannot run')
})
