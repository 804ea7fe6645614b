/** At most so many of some positions, spread evenly over them. */
export function evenly(positions: Uint32Array, most: number): Uint32Array {
  const length = Math.min(positions.length, most)
  return Uint32Array.from({ length }, (_, i) => positions[Math.floor((i * positions.length) / length)])
}
