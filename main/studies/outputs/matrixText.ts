import type { Matrix } from '../tables/matrix.ts'
import { textTable } from './formats/textTable.ts'
import { hasBest, isPartial, matrixTable } from './sections/matrixTable.ts'
import { partial } from '../../reports/tables/table.ts'

/** A matrix as plain text for a terminal of `width` columns, with what its marks mean below it. */
export function matrixText(matrix: Matrix, width = 80): string {
  const notes = [
    ...(hasBest(matrix) ? ['* above each other method by the paired bootstrap after Holm'] : []),
    ...(isPartial(matrix)
      ? [`${partial} over those cells alone that are there; Common: over those that all share`] : []),
  ]
  return [textTable(matrixTable(matrix), width), ...notes].join('\n')
}
