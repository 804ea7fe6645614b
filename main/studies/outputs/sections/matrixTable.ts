import { area } from '../../../reports/text.ts'
import type { Matrix, MatrixEntry, MatrixLine } from '../../tables/matrix.ts'
import { areaOr, intervalOr } from './figures.ts'
import { type Cell, type Column, none, numbers, partial, plain, type Table, words } from '../../../reports/tables/table.ts'

/** Below this the bootstrap over classes is known to be too narrow: see `hierarchicalBootstrap`. */
const fewestForInterval = 8

/** The methods of a matrix by mean, interval, worst case, and each held-out case. */
export function matrixTable(matrix: Matrix): Table {
  const cases = matrix.places.map((place) => numbers(place.case))
  return {
    columns: [...summaryColumns(matrix), ...cases],
    rows: matrix.lines.map((line) => [
      ...summaryCells(matrix, line),
      ...line.entries.map((entry) => ({ text: entryText(matrix, entry), strong: entry.best })),
    ]),
  }
}

/** The same without the single cases: of several sets together those are too many. */
export function summaryTable(matrix: Matrix): Table {
  return { columns: summaryColumns(matrix), rows: matrix.lines.map((line) => summaryCells(matrix, line)) }
}

/** Whether some method lacks cells that others have. */
export const isPartial = ({ lines }: Matrix) => lines.some(({ complete }) => !complete)

/** Whether any figure is marked as the best. */
export const hasBest = ({ lines }: Matrix) =>
  lines.some(({ best, entries }) => best || entries.some((one) => one.best))

/** What the marks in a matrix mean. */
export function matrixNotes(matrix: Matrix): string[] {
  const { seeds, commonCells } = matrix
  const over = seeds.length > 1 ? `, the mean over ${seeds.length} seeds` : ''
  const best = hasBest(matrix)
    ? 'A bold figure is above each other one of its column by the paired bootstrap after Holm.'
    : 'No best is marked: none is above each other one by the paired bootstrap after Holm.'
  return [
    `AUROC of test images, known against held out, by what was held out${over}.`,
    'Intervals are 95\u202f% of a bootstrap over held-out cases and seeds.',
    ...(matrix.places.length < fewestForInterval
      ? [`Of fewer than ${fewestForInterval} held-out cases, such intervals are too narrow.`] : []),
    ...(isPartial(matrix) ? [
      `${partial} over those cells alone that are there: such a mean is not comparable with the others.`,
      `“Common” is the mean over the ${commonCells} cells that all methods with any cell share.`,
    ] : []),
    best,
  ]
}

function summaryColumns(matrix: Matrix): Column[] {
  const columns = [words('Method'), numbers('Mean'), numbers('95\u202f% interval'), numbers('Worst')]
  return isPartial(matrix) ? [...columns, numbers('Cells'), numbers('Common')] : columns
}

function summaryCells(matrix: Matrix, line: MatrixLine): Cell[] {
  const mark = line.complete || line.mean === null ? '' : partial
  const cells: Cell[] = [
    { text: line.method }, { text: `${areaOr(line.mean)}${mark}`, strong: line.best },
    ...plain(intervalOr(line.interval), `${worstText(matrix, line)}${mark}`),
  ]
  if (!isPartial(matrix)) return cells
  return [...cells, ...plain(`${line.cells} of ${line.of}`, areaOr(line.commonMean))]
}

function worstText({ sets }: Matrix, { worst }: MatrixLine): string {
  if (!worst) return none
  return `${area(worst.auroc)} (${sets.length > 1 ? `${worst.set} ` : ''}${worst.case})`
}

function entryText({ seeds }: Matrix, { auroc, seeds: there }: MatrixEntry): string {
  return `${areaOr(auroc)}${auroc !== null && there < seeds.length ? partial : ''}`
}
