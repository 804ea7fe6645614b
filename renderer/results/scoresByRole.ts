import { roles } from './roles.ts'

/** The scores of each role, rising: index as `roles`. */
export type ScoresByRole = Float32Array[]

/**
 * Nothing is sorted: they are ranked.
 * @param order positions whose scores are wanted, from the highest score to the lowest. @param role one a position
 */
export function scoresByRole(order: Uint32Array, scores: Float32Array, role: Uint8Array): ScoresByRole {
  const sizes = new Uint32Array(roles.length)
  for (const position of order) sizes[role[position]]++
  const groups = Array.from(sizes, (size) => new Float32Array(size))
  for (const position of order) groups[role[position]][--sizes[role[position]]] = scores[position]
  return groups
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
