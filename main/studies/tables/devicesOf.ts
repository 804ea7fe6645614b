import type { CellResult } from '../../contract/studies.ts'
import { inOrder } from './inOrder.ts'

/** What trained the members of these cells; nothing for those without members. */
export function devicesOf(cells: readonly CellResult[]): string[] {
  return inOrder(cells.map(({ device }) => device).filter((device) => device !== ''))
}
