import { roles } from './roles.ts'

/** The scores of each role, rising: index as `roles`. */
export type ScoresByRole = Float32Array[]

/** @param positions whose scores are wanted. @param role one a position */
export function scoresByRole(positions: Uint32Array, scores: Float32Array, role: Uint8Array): ScoresByRole {
  return roles.map((_, wanted) =>
    Float32Array.from(
      positions.filter((position) => role[position] === wanted),
      (position) => scores[position],
    ).sort(),
  )
}

/** How many of the rising scores lie above a threshold: these are flagged. */
export function above(rising: Float32Array, threshold: number): number {
  let [low, high] = [0, rising.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (rising[middle] > threshold) high = middle
    else low = middle + 1
  }
  return rising.length - low
}
