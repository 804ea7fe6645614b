import { ranked, ranksOf } from '../results/ranking.ts'
import { HELD_OUT, KNOWN } from '../results/roles.ts'

/** A column as it was read: arrays are in the order of its own set's images. */
export interface ColumnImages { scores: Float32Array; role: Uint8Array; isTest: Uint8Array }

/** What an image counts as in a comparison. */
export const Counted = { normal: 0, anomaly: 1, not: 2 } as const

/** Several columns on the images that they have in common. All arrays are in the order of the first column's set. */
export interface Aligned {
  /** By column: where an image lies in the column's set, -1 where it has none. */
  places: Int32Array[]
  /** By column, NaN where it has none. */
  scores: Float32Array[]
  thresholds: number[]
  /** One of `Counted`. */
  counted: Uint8Array
  /** Positions of the images that are looked at, rising: common test images; where there are none, all common ones. */
  shown: Uint32Array
  /** By column: the rank among those that are shown, from 1; 0 for the others. */
  ranks: Uint32Array[]
}

/**
 * @param columns two to four
 * @param common by column, where the common images lie in its set, all in the same order
 */
export function aligned(columns: ColumnImages[], common: Int32Array[], thresholds: number[]): Aligned {
  const size = columns[0].scores.length
  const places = common.map((positions) => placed(size, common[0], positions))
  const scores = columns.map((column, c) => Float32Array.from(places[c], (at) => column.scores[at] ?? NaN))
  const all = Uint32Array.from(common[0]).sort()
  const tests = all.filter((i) => columns.every(({ isTest }, c) => isTest[places[c][i]] === 1))
  const shown = tests.length > 0 ? tests : all
  const counted = new Uint8Array(size).fill(Counted.not)
  for (const i of tests) counted[i] = countedAs(columns.map(({ role }, c) => role[places[c][i]]))
  const ranks = scores.map((one) => ranksOf(ranked(shown, one), size))
  return { places, scores, thresholds, counted, shown, ranks }
}

function placed(size: number, first: Int32Array, positions: Int32Array): Int32Array {
  const places = new Int32Array(size).fill(-1)
  first.forEach((at, row) => (places[at] = positions[row]))
  return places
}

/** An image counts where all columns have it for normal, or all for an anomaly. */
function countedAs(roles: number[]): number {
  if (roles.every((role) => role === KNOWN)) return Counted.normal
  return roles.every((role) => role === HELD_OUT) ? Counted.anomaly : Counted.not
}
