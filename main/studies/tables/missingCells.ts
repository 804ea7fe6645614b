import { equalToDefault } from './armValue.ts'
import type { Place, StudyGrid, Varied } from './studyGrid.ts'

/** A cell that the tables are without. */
export interface MissingCell extends Place {
  seed: number
  arm: string
  varied: Varied
  state: 'failed' | 'not run' | 'not scored'
  /** Why it failed, or which detectors gave no score. */
  reason: string | null
}

/** How far a study got. */
export interface Completeness { done: number; of: number; missing: MissingCell[] }

interface Expected extends Place { seed: number; arm: string; varied: Varied }

/** The cells that a study should have, and what each one that is not there or not whole lacks. */
export function completeness(grid: StudyGrid): Completeness {
  const expected = expectedCells(grid)
  const missing = expected.flatMap((cell) => lackOf(grid, cell))
  const absent = missing.filter(({ state }) => state !== 'not scored').length
  return { done: expected.length - absent, of: expected.length, missing }
}

function expectedCells(grid: StudyGrid): Expected[] {
  return grid.spec.arms.flatMap(({ name: arm }) => variantsOf(grid, arm).flatMap((varied) =>
    grid.places(grid.sets).flatMap((place) => grid.seeds.map((seed) => ({ ...place, seed, arm, varied })))))
}

/** The arm as it is, and with each value that is tried in it and is not its own. */
function variantsOf({ spec: { arms, vary } }: StudyGrid, name: string): Varied[] {
  const arm = arms.find((one) => one.name === name)!
  const variations = vary.filter((one) => one.arms.includes(name))
  return [{}, ...variations.flatMap(({ setting, values }) =>
    values.filter((value) => !equalToDefault(arm, setting, value)).map((value) => ({ [setting]: value })))]
}

function lackOf(grid: StudyGrid, expected: Expected): MissingCell[] {
  const cell = grid.cell(expected, expected.seed, expected.arm, expected.varied)
  if (!cell) return [{ ...expected, state: 'not run', reason: null }]
  if (cell.state === 'failed') return [{ ...expected, state: 'failed', reason: cell.reason }]
  const scored = new Set(cell.scores.map(({ detector }) => detector))
  const without = grid.methods.filter(({ arm, detector }) => arm === expected.arm && !scored.has(detector))
  if (without.length === 0) return []
  return [{ ...expected, state: 'not scored', reason: without.map(({ detector }) => detector).join(', ') }]
}
