import type { Matrix, MatrixLine } from '../../main/contract/studyTables.ts'
import type { StudySpec } from '../../main/contract/studies.ts'

/** By what a matrix is sorted: the study's file, `mean`, `worst`, or the place of a held-out case. */
export type MatrixOrder = 'file' | 'mean' | 'worst' | number

/** The methods in this order, the higher AUROC first; those without a figure come last. */
export function matrixRows({ lines }: Matrix, order: MatrixOrder, only: ReadonlySet<string> | null): MatrixLine[] {
  const shown = lines.filter(({ method }) => only === null || only.has(method))
  if (order === 'file') return shown
  return shown.toSorted((a, b) => (figureOf(b, order) ?? -1) - (figureOf(a, order) ?? -1))
}

function figureOf(line: MatrixLine, order: Exclude<MatrixOrder, 'file'>): number | null {
  if (order === 'mean') return line.mean
  return order === 'worst' ? line.worst?.auroc ?? null : line.entries[order].auroc
}

/** The order that an address names. */
export function parseOrder(text: string | null, { places }: Matrix): MatrixOrder {
  if (text === 'mean' || text === 'worst') return text
  const place = places.findIndex((one) => `case:${one.case}` === text)
  return place < 0 ? 'file' : place
}

export type Part = 'primary' | 'rival' | null

/** Whether a study's file names a method as what it is for, or as a rival. */
export function partOf({ primary }: StudySpec, method: string): Part {
  if (primary?.method === method) return 'primary'
  return primary?.rivals.includes(method) ? 'rival' : null
}

/** What AUROCs are coloured by: the steps are small where methods differ. */
export const heatEdges = [0.6, 0.7, 0.8, 0.9, 0.95, 0.98]

/** The step of a colour scale that an AUROC falls in, from 0 to 6. */
export const heatStep = (auroc: number): number => heatEdges.filter((edge) => auroc >= edge).length
