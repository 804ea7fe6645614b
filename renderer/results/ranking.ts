/**
 * The wanted positions from the highest score to the lowest; equal scores in the order of their positions.
 * @param scores one a position
 */
export function ranked(positions: Uint32Array, scores: Float32Array): Uint32Array {
  return positions.slice().sort((a, b) => scores[b] - scores[a] || a - b)
}

/** The rank of each position, from 1; 0 for those that are not ranked. */
export function ranksOf(order: Uint32Array, images: number): Uint32Array {
  const ranks = new Uint32Array(images)
  order.forEach((position, i) => (ranks[position] = i + 1))
  return ranks
}
