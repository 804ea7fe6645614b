import type { MissingCell, StudyTables } from '../../main/contract/studyTables.ts'
import { t } from '../words/words.ts'

/** Cells that lack the same for the same reason. */
export interface MissingGroup { state: MissingCell['state']; what: string; reason: string | null; cases: string; cells: number }

/** Those that failed first. */
export function missingGroups({ missing }: StudyTables['completeness']): MissingGroup[] {
  const order = { failed: 0, 'not scored': 1, 'not run': 2 }
  const groups = Map.groupBy(missing, (one) => JSON.stringify([one.set, whatOf(one), one.state, one.reason]))
  return [...groups.values()].map((cells) => ({
    state: cells[0].state, what: whatOf(cells[0]), reason: cells[0].reason, cases: casesOf(cells), cells: cells.length,
  })).toSorted((a, b) => order[a.state] - order[b.state])
}

const whatOf = ({ set, arm, varied }: MissingCell) =>
  [set, arm, ...Object.entries(varied).map((pair) => pair.join(' '))].join(', ')

/** "seed 1: Bag, Coat; seed 2: Coat" */
function casesOf(cells: MissingCell[]): string {
  const seeds = Map.groupBy(cells, ({ seed }) => seed)
  return [...seeds]
    .map(([seed, ones]) => ({ seed: `${seed}`, cases: ones.map((one) => one.case).join(', ') }))
    .map((values) => t('seed {seed}: {cases}', values)).join('; ')
}
