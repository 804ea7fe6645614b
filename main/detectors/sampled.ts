import { stream } from '../models/random.ts'

/**
 * As many of the positions as the limit allows, every subset equally likely, in rising order; all where there are no more.
 * @param name of the random stream, such as `seed-1/pixel-knn/bank`
 */
export function sampled(positions: Uint32Array, limit: number, name: string): Uint32Array {
  if (positions.length <= limit) return positions
  return stream(name).shuffle(positions.slice()).slice(0, limit).sort()
}
