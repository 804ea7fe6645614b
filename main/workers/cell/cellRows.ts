import type { CellJob } from '../messages.ts'
import { type Assignment, knownPositions, TEST } from '../runImages.ts'

/** Positions of the normals among the own images, and of the anomalies among the own ones or the probe's. */
export interface CellRows { normals: Uint32Array; anomalies: Uint32Array }

/** What an import does not use for anything. */
const LEFT_OUT = 3

/**
 * Which images are tested. `all`: all test images. `paper`: all images of the held-out classes, whatever their split,
 * against the first as many known test images (fewer where there are fewer).
 * @param probe how many other images are the anomalies; null where held-out classes are
 */
export function cellRows(assignment: Assignment, rule: CellJob['rule'], probe: number | null): CellRows {
  const anomalies = probe === null ? heldOutRows(assignment, rule) : Uint32Array.from({ length: probe }, (_, i) => i)
  const normals = knownPositions(assignment, TEST)
  return { anomalies, normals: rule === 'paper' ? normals.subarray(0, anomalies.length) : normals }
}

function heldOutRows({ heldOut, splits }: Assignment, rule: CellJob['rule']): Uint32Array {
  const counts = (split: number) => (rule === 'paper' ? split !== LEFT_OUT : split === TEST)
  return Uint32Array.from(heldOut.keys()).filter((i) => heldOut[i] === 1 && counts(splits[i]))
}
