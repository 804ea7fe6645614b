import { area, listed } from '../../../reports/text.ts'
import type { AblationCurve, AblationPoint } from '../../tables/ablation.ts'
import type { SizeCurve, SizePoint } from '../../tables/ensembleSizes.ts'
import { intervalOr } from './figures.ts'
import { none, numbers, partial, plain, type Table, words } from '../../../reports/tables/table.ts'

/** The mean AUROC by value of one setting: a line for each set and method. */
export function ablationTable(curves: AblationCurve[]): Table {
  const values = [...new Set(curves.flatMap(({ points }) => points.map(({ value }) => value)))]
  return {
    columns: [words('Set'), words('Method'), ...values.map((value) => numbers(String(value))), numbers('Own value')],
    rows: curves.map(({ set, method, points }) => plain(
      set, method, ...values.map((value) => pointText(points.find((point) => point.value === value))),
      listed(points.filter(({ own }) => own).map(({ value }) => String(value))),
    )),
  }
}

function pointText(point: AblationPoint | undefined): string {
  if (!point || point.mean === null) return none
  const interval = point.interval === null ? '' : ` (${intervalOr(point.interval)})`
  return `${area(point.mean)}${point.cells < point.of ? partial : ''}${interval}`
}

/** The mean AUROC and its spread over draws, by number of members: the arms of random order before those of fixed. */
export function sizesTable(curves: SizeCurve[]): Table {
  const sizes = [...new Set(curves.flatMap(({ points }) => points.map(({ size }) => size)))].toSorted((a, b) => a - b)
  return {
    columns: [words('Set'), words('Order'), words('Method'), ...sizes.map((size) => numbers(String(size)))],
    rows: curves.map(({ set, order, arm, detector, points }) => plain(
      set, order, `${arm}/${detector}`, ...sizes.map((size) => sizeText(points.find((point) => point.size === size))),
    )),
  }
}

function sizeText(point: SizePoint | undefined): string {
  if (!point) return none
  return `${area(point.mean)}${point.cells < point.of ? partial : ''} ± ${area(point.spread)}`
}
