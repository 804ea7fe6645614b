import { stringify } from 'csv-stringify/sync'
import type { AblationCurve } from '../../tables/ablation.ts'
import type { SizeCurve } from '../../tables/ensembleSizes.ts'
import type { Overhead } from '../../tables/overhead.ts'
import type { Comparisons } from '../../tables/primaryComparisons.ts'

type Row = Record<string, string | number | boolean | null | undefined>

/**
 * Rows as CSV under the names of the first one's columns. Figures have every digit; what is missing is empty. Text that
 * a spreadsheet would take for a formula gets a leading apostrophe.
 */
function csvOf(rows: Row[]): string {
  return stringify(rows, { header: true, escape_formulas: true, cast: { number: String, boolean: String } })
}

/** The primary comparisons, then the exploratory ones, which have no p. */
export function comparisonsCsv({ primary, exploratory }: Comparisons): string {
  const tests = primary.map(({ p, adjusted, verdict, ...one }) => ({ ...one, kind: 'primary', p, adjusted, verdict }))
  const rest = exploratory.map((one) => ({ ...one, kind: 'exploratory', p: null, adjusted: null, verdict: null }))
  return csvOf([...tests, ...rest].map(({ kind, sets, method, rival, difference, p, adjusted, verdict, cells, of }) => ({
    kind, sets: sets.join('+'), method, rival, difference: difference?.estimate, lower: difference?.lower,
    upper: difference?.upper, p, 'p after Holm': adjusted, verdict, cells, 'expected cells': of,
  })))
}

/** A line for each point of the ablation curves. */
export function ablationCsv(curves: AblationCurve[]): string {
  return csvOf(curves.flatMap(({ set, setting, method, points }) =>
    points.map(({ value, own, mean, interval, cells, of }) => ({
      set, setting, method, value, own, mean, lower: interval?.lower, upper: interval?.upper, cells,
      'expected cells': of,
    }))))
}

/** A line for each size of each curve. */
export function sizesCsv(curves: SizeCurve[]): string {
  return csvOf(curves.flatMap(({ set, order, arm, detector, points }) =>
    points.map(({ size, mean, interval, spread, cells, of }) => ({
      set, order, method: `${arm}/${detector}`, members: size, mean, lower: interval?.lower, upper: interval?.upper,
      spread, cells, 'expected cells': of,
    }))))
}

/** A line for each arm of each set: times in seconds, memory in MB. */
export function overheadCsv(overheads: Overhead[]): string {
  return csvOf(overheads.map(({ members, threads, parameters, devices, of, ...one }) => ({
    set: one.set, arm: one.arm, detector: one.detector, mean: one.mean, 'training seconds': one.trainingSeconds,
    'scoring seconds': one.scoringSeconds, members: members.join('+'), threads: threads.join('+'),
    parameters: parameters.join('+'), memory: one.memory, devices: devices.join('; '), cells: one.cells,
    'expected cells': of,
  })))
}
