import { type Aurocs, aurocsOf, differencesOf, meanOf } from './aurocs.ts'
import type { Place, StudyGrid } from './studyGrid.ts'

/** By how much the best of all methods is better than the primary one where this case is held out. */
export interface CaseRegret extends Place {
  /** 0 where the primary method is the best; null where it has no cell of this case. */
  regret: number | null
  best: string | null
}

/** The primary method's regret, over the cases that have one. */
export interface Regret {
  method: string
  sets: string[]
  cases: CaseRegret[]
  /** Cases with a figure, of how many. */
  known: number
  mean: number | null
  worst: CaseRegret | null
}

/**
 * The regret of the study's primary method against the best of all methods, case by case: each method less the
 * primary one on the seeds that both have, in the mean over these; the largest of them, and at least 0.
 */
export function regretOf(grid: StudyGrid, sets: string[]): Regret | null {
  const primary = grid.methods.find(({ name }) => name === grid.spec.primary?.method)
  if (!primary) return null
  const places = grid.places(sets)
  const own = aurocsOf(grid, places, primary)
  const differences = grid.methods.map((method) => differencesOf(aurocsOf(grid, places, method), own))
  const names = grid.methods.map(({ name }) => name)
  const cases = places.map((place, i) => ({ ...place, ...largest(differences, names, i) }))
  const known = cases.flatMap((one) => (one.regret === null ? [] : [{ ...one, regret: one.regret }]))
  return {
    method: primary.name, sets, cases, known: known.length,
    mean: known.length > 0 ? meanOf(known.map(({ regret }) => regret)) : null,
    worst: known.toSorted((a, b) => b.regret - a.regret)[0] ?? null,
  }
}

function largest(differences: Aurocs[], names: string[], place: number): Pick<CaseRegret, 'regret' | 'best'> {
  const means = differences.flatMap((method, m) => {
    const there = method[place].filter((value) => value !== null)
    return there.length > 0 ? [{ regret: meanOf(there), best: names[m] }] : []
  })
  return means.toSorted((a, b) => b.regret - a.regret)[0] ?? { regret: null, best: null }
}
