/** Positions that fit beside a score's 32 bits into the 53 of a double. */
const positions = 2 ** 21

/**
 * The positions of images from the highest score to the lowest; equal scores in the order of their positions.
 * Scores become integers of the same order (their bits, the negative ones turned round), each with its
 * position in one double, so that a plain typed-array sort does it: 60,000 in a few milliseconds.
 */
export function rankingOrder(scores: Float32Array): Uint32Array {
  if (scores.length > positions) return slowOrder(scores)
  const bits = new Int32Array(scores.buffer, scores.byteOffset, scores.length)
  const keys = Float64Array.from(bits, (value, position) => descending(value) * positions + position)
  return Uint32Array.from(keys.sort(), (key) => key % positions)
}

/** 0 for the highest of all floats, 2^32 - 1 for the lowest. */
function descending(bits: number): number {
  const same = bits === -0x80000000 ? 0 : bits
  return same < 0 ? 0x7fffffff + (same & 0x7fffffff) + 1 : 0x7fffffff - same
}

function slowOrder(scores: Float32Array): Uint32Array {
  return Uint32Array.from(scores.keys()).sort((a, b) => scores[b] - scores[a] || a - b)
}
