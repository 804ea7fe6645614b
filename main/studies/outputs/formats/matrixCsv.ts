import { stringify } from 'csv-stringify/sync'
import type { Matrix, MatrixLine } from '../../tables/matrix.ts'

/**
 * A matrix as CSV: a line for each method, its summary, then a column for each held-out case. Figures have every
 * digit; what is missing is empty. Text that a spreadsheet would take for a formula gets a leading apostrophe.
 */
export function matrixCsv(matrix: Matrix): string {
  const header = [
    'method', 'mean', 'lower', 'upper', 'worst', 'worst case', 'cells', 'expected cells', 'common mean', 'best',
    ...matrix.places.map((place) => `case ${place.case}`),
  ]
  return stringify([header, ...matrix.lines.map(row)], {
    escape_formulas: true, cast: { number: String, boolean: String },
  })
}

function row({ method, mean, interval, worst, cells, of, commonMean, best, entries }: MatrixLine) {
  return [
    method, mean, interval?.lower, interval?.upper, worst?.auroc, worst?.case, cells, of, commonMean, best,
    ...entries.map(({ auroc }) => auroc),
  ]
}
