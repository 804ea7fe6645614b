import { mostColumns } from './columnLooks.ts'

/** The scores in an address, `3.7`: each once, and no more than there may be; null where it names none. */
export function parseColumns(text: string | null): number[] | null {
  if (text === null || !/^\d{1,9}(\.\d{1,9})*$/.test(text)) return null
  return [...new Set(text.split('.').map(Number))].slice(0, mostColumns)
}

export const columnsText = (ids: number[]): string => ids.join('.')

/** The columns with another score in the place of one; where a column has it already, the two change places. */
export function withColumn(ids: number[], column: number, scoreId: number): number[] {
  const there = ids.indexOf(scoreId)
  return ids.map((id, i) => (i === column ? scoreId : i === there ? ids[column] : id))
}

export function swapped(ids: number[], column: number, other: number): number[] {
  return ids.map((id, i) => (i === column ? ids[other] : i === other ? ids[column] : id))
}
