import { normalTail } from './normal.ts'

export interface WilcoxonResult {
  /** Two-sided the smaller of the two rank sums, otherwise that of the positive differences. */
  statistic: number
  p: number
  /** Differences that are not 0. */
  count: number
  method: 'exact' | 'normal'
}

/** 'greater': the differences tend to be above 0. */
export type Alternative = 'two-sided' | 'greater' | 'less'

/**
 * Most differences for which the exact distribution is taken, without ties and zeros and with them: as SciPy.
 */
const EXACT = { plain: 50, tied: 13 }

/**
 * Wilcoxon's signed-rank test of paired differences being symmetric about 0. Zeros are dropped (Wilcoxon's
 * own way).
 *
 * As SciPy's `wilcoxon(..., correction=True)`: the exact distribution for up to 50 differences without ties
 * or zeros and up to 13 with them, otherwise the normal one with corrections for ties and for continuity.
 *
 * @param differences finite numbers, for example the AUROCs of one detector less those of another, class by
 * class.
 * @throws RangeError where there is none or one is not finite.
 */
export function wilcoxon(
  differences: readonly number[], alternative: Alternative = 'two-sided',
): WilcoxonResult {
  if (differences.length === 0) throw new RangeError('The signed-rank test needs at least one difference.')
  const bad = differences.findIndex((difference) => !Number.isFinite(difference))
  if (bad >= 0) throw new RangeError(`Difference ${bad} is not a finite number.`)
  const { ranks, plus, ties } = signedRanks(differences)
  const plain = ranks.length === differences.length && ties === 0
  const method = differences.length <= (plain ? EXACT.plain : EXACT.tied) ? 'exact' : 'normal'
  const exact = method === 'exact' || ranks.length === 0
  const tails = exact ? exactTails(ranks, plus) : normalTails(ranks, plus, ties)
  const total = (ranks.length * (ranks.length + 1)) / 2
  const statistic = alternative === 'two-sided' ? Math.min(plus, total - plus) : plus
  return { statistic, p: probability(tails, alternative), count: ranks.length, method }
}

/** The probabilities of a sum of positive ranks at least, and at most, as large. */
interface Tails {
  above: number
  below: number
}

function probability({ above, below }: Tails, alternative: Alternative): number {
  if (alternative === 'two-sided') return Math.min(1, 2 * Math.min(above, below))
  return alternative === 'greater' ? above : below
}

/**
 * The midranks of the sizes of what is not 0, rising; the sum of the positive ones; the sum of t^3-t over
 * ties of t.
 */
function signedRanks(differences: readonly number[]) {
  const sorted = differences.filter((x) => x !== 0).toSorted((a, b) => Math.abs(a) - Math.abs(b))
  const ranks: number[] = []
  let plus = 0
  let ties = 0
  while (ranks.length < sorted.length) {
    const first = ranks.length
    const size = Math.abs(sorted[first])
    const group = sorted.filter((x) => Math.abs(x) === size)
    const rank = first + (group.length + 1) / 2
    group.forEach(() => ranks.push(rank))
    plus += rank * group.filter((x) => x > 0).length
    ties += group.length ** 3 - group.length
  }
  return { ranks, plus, ties }
}

/**
 * Counts the 2^n choices of signs by the sum of twice their positive ranks, which is whole for midranks too.
 */
function exactTails(ranks: number[], plus: number): Tails {
  const doubled = ranks.map((rank) => 2 * rank)
  const ways = new Float64Array(doubled.reduce((sum, rank) => sum + rank, 1))
  ways[0] = 1
  for (const rank of doubled) {
    for (let sum = ways.length - 1; sum >= rank; sum--) ways[sum] += ways[sum - rank]
  }
  const share = (counts: Float64Array) => counts.reduce((sum, count) => sum + count, 0) / 2 ** ranks.length
  return { above: share(ways.subarray(2 * plus)), below: share(ways.subarray(0, 2 * plus + 1)) }
}

/**
 * The normal approximation, half a rank closer to the mean for continuity, its variance less (t^3-t)/48 for
 * ties.
 */
function normalTails(ranks: number[], plus: number, ties: number): Tails {
  const n = ranks.length
  const mean = (n * (n + 1)) / 4
  const deviation = Math.sqrt((n * (n + 1) * (2 * n + 1) - ties / 2) / 24)
  const above = normalTail((plus - 0.5 - mean) / deviation)
  const below = normalTail((mean - plus - 0.5) / deviation)
  return { above, below }
}
