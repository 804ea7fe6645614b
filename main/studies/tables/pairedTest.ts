import { hierarchicalTest } from '../../metrics/hierarchicalTest.ts'
import { type Interval } from '../../metrics/interval.ts'
import { type Aurocs, cellsIn, differencesOf, present } from './aurocs.ts'
import type { Resampling } from './resampling.ts'

/** Fewer differences with one sign than this may be chance: by the sign test, six have p = 2/2^6 = 0.03. */
export const fewestToTest = 6

/** Below this adjusted p a difference counts as told from chance. */
export const level = 0.05

/** What the cells that two methods share say of their difference. */
export interface PairedDifference {
  cells: number
  cases: number
  /** Null where they share no cell. */
  difference: Interval | null
  /** Two-sided; null where there is too little to test. */
  p: number | null
}

/** a less b, paired by held-out case and seed, with the hierarchical bootstrap's interval and p. */
export function pairedDifference(a: Aurocs, b: Aurocs, name: string, resampling: Resampling): PairedDifference {
  const differences = differencesOf(a, b)
  const classes = present(differences)
  const cells = cellsIn(differences)
  if (cells === 0) return { cells, cases: 0, difference: null, p: null }
  const { random, resamples } = resampling
  const { p, ...difference } = hierarchicalTest(classes, random(`${name}/difference`), { resamples })
  return { cells, cases: classes.length, difference, p: canTest(classes) ? p : null }
}

/** Whether there are enough to test: classes are what is drawn; of a single one, its seeds are. */
export function canTest(classes: number[][]): boolean {
  return (classes.length === 1 ? classes[0].length : classes.length) >= fewestToTest
}
