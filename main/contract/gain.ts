import type { ComparedPair } from './comparisons.ts'

/** What the second column's AUROC is above the first's, with the 95 % interval and p of DeLong's paired test. */
export interface Gain { estimate: number; interval: [number, number]; p: number }

/** A pair is compared as the first less the second; what was gained from before to after is the other way round. */
export function gainOf({ difference }: Pick<ComparedPair, 'difference'>): Gain | null {
  if (!difference) return null
  const { estimate, interval: [low, high], p } = difference
  return { estimate: -estimate, interval: [-high, -low], p }
}
