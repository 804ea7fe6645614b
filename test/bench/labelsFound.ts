import { auprOutOf } from '../../main/metrics/precisionRecall.ts'
import { tableOf } from '../../main/metrics/scoreTable.ts'
import { FLIPPED, FOREIGN } from './plantedSet.ts'

/** What a rule found of what was planted: the positions that it flags, and a score by position, higher for worse. */
export interface Found { rule: string; wanted: 'flips' | 'foreign'; flagged: number[] | null; scores: number[] }

const planted = { flips: FLIPPED, foreign: FOREIGN }

/**
 * One line a rule: how many it flags; the share of those that are what was planted (precision), and that are planted of
 * either kind; the share of what was planted that it flags (recall); F1; and the average precision of its ranking.
 */
export function foundTable(found: Found[], done: Uint8Array): string {
  const head = '| rule | looks for | flagged | precision | planted of either kind | recall | F1 | average precision |'
  return [head, '|---|---|---|---|---|---|---|---|', ...found.map((one) => line(one, done))].join('\n')
}

function line({ rule, wanted, flagged, scores }: Found, done: Uint8Array): string {
  const is = Uint8Array.from(done, (kind) => Number(kind === planted[wanted]))
  const ranking = auprOutOf(tableOf(scores, is)).toFixed(3)
  if (!flagged) return `| ${rule} | ${wanted} | - | - | - | - | - | ${ranking} |`
  const hits = flagged.filter((position) => is[position] === 1).length
  const either = flagged.filter((position) => done[position] > 0).length
  const there = is.reduce((sum, one) => sum + one, 0)
  const f1 = 2 * hits / (flagged.length + there)
  const cells = [hits / flagged.length, either / flagged.length, hits / there, f1].map((value) => value.toFixed(3))
  return `| ${rule} | ${wanted} | ${flagged.length} | ${cells.join(' | ')} | ${ranking} |`
}
