import { NONE } from './kinds.ts'

/**
 * How many of some images are flagged, and how many of these have a verdict.
 * @param scores one a position, as `kinds`
 */
export function judgedOf(
  positions: Uint32Array, scores: Float32Array, threshold: number, kinds: Uint8Array,
): { flagged: number; judged: number } {
  let [flagged, judged] = [0, 0]
  for (const position of positions) {
    if (!(scores[position] > threshold)) continue
    flagged++
    if (kinds[position] !== NONE) judged++
  }
  return { flagged, judged }
}
