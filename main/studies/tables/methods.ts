import type { CellResult, StudySpec } from '../../contract/studies.ts'
import { inOrder } from './inOrder.ts'

/** An arm's detector: what a table compares. Its name is `arm/detector`. */
export interface Method { name: string; arm: string; detector: string }

/** The methods of a study in the order of its file, then the detectors that its arms' cells have beside them. */
export function methodsOf({ arms }: StudySpec, cells: readonly CellResult[]): Method[] {
  return arms.flatMap((arm) => {
    const scored = cells.filter((cell) => cell.arm === arm.name).flatMap(({ scores }) => scores)
    const detectors = new Set([...arm.detectors, ...inOrder(scored.map(({ detector }) => detector))])
    return [...detectors].map((detector) => ({ name: `${arm.name}/${detector}`, arm: arm.name, detector }))
  })
}
