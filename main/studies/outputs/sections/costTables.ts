import { count, duration } from '../../../reports/text.ts'
import type { MissingCell } from '../../tables/missingCells.ts'
import type { Overhead } from '../../tables/overhead.ts'
import { areaOr, shown } from './figures.ts'
import { none, numbers, plain, type Table, words } from '../../../reports/tables/table.ts'

/** What each arm costs beside its mean AUROC. */
export function overheadTable(overheads: Overhead[]): Table {
  return {
    columns: [
      words('Set'), words('Arm'), words('Detector'), numbers('Mean AUROC'), numbers('Training'), numbers('Scoring'),
      numbers('Members'), numbers('Threads'), numbers('Parameters of one'), numbers('Memory'), numbers('Cells'),
    ],
    rows: overheads.map((one) => plain(
      one.set, one.arm, one.detector, areaOr(one.mean), trainingText(one), shown(one.scoringSeconds, duration),
      either(one.members), either(one.threads), either(one.parameters),
      shown(one.memory, (megabytes) => `${count(Math.round(megabytes))} MB`), `${one.cells} of ${one.of}`,
    )),
  }
}

/** The cells that the tables are without, those together that lack the same for the same reason. */
export function missingTable(missing: MissingCell[]): Table {
  const groups = Map.groupBy(missing, (one) => JSON.stringify([one.set, armText(one), one.state, one.reason]))
  return {
    columns: [words('Set'), words('Arm'), words('State'), words('Reason'), words('Held out')],
    rows: [...groups.values()].map((group) =>
      plain(group[0].set, armText(group[0]), group[0].state, group[0].reason ?? none, heldOutText(group))),
  }
}

const armText = ({ arm, varied }: MissingCell) =>
  [arm, ...Object.entries(varied).map(([setting, value]) => `${setting} ${value}`)].join(', ')

/** "seed 1: Bag, Coat; seed 2: Coat" */
function heldOutText(group: MissingCell[]): string {
  const seeds = Map.groupBy(group, ({ seed }) => seed)
  return [...seeds].map(([seed, cells]) => `seed ${seed}: ${cells.map((one) => one.case).join(', ')}`).join('; ')
}

function trainingText({ trainingSeconds, timed, cells }: Overhead): string {
  const text = shown(trainingSeconds, duration)
  return timed > 0 && timed < cells ? `${text} (of ${timed} cells)` : text
}

/** One number, or the least and the most of several. */
function either(values: number[]): string {
  if (values.length === 0) return none
  return values.length === 1 ? count(values[0]) : `${count(values[0])} to ${count(values.at(-1)!)}`
}
