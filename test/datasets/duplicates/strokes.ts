import { noise } from '../madeImages.ts'

/**
 * Handwritten ones, made: for each seed a stroke of its own slant, bend, place, length, weight and pressure,
 * with an unsteady hand; 28 x 28, white on black. About as alike as MNIST's.
 */
export function stroke(seed: number): Uint8Array {
  const [slant, bend, x, length, weight, pressure, ...hand] = [...noise(seed, 80).subarray(40)].map(
    (value) => value / 255,
  )
  const pixels = new Uint8Array(784)
  for (let row = 0; row < 28; row += 1) {
    const along = (row - 13.5) / (8 + 2 * length)
    const end = Math.min(1, Math.max(0, (1.05 - Math.abs(along)) * 8))
    const middle =
      13.5 +
      (x - 0.5) * 2 -
      along * (slant - 0.3) * 6 +
      (bend - 0.5) * 3 * along * along +
      0.9 * (between(hand, row) - 0.5)
    const breadth = 0.9 + weight + 0.4 * between(hand.slice(8), row)
    for (let column = 0; column < 28; column += 1) {
      const ink = Math.min(1, Math.max(0, breadth - Math.abs(column - middle)))
      pixels[row * 28 + column] = Math.round(ink * end * (190 + 65 * pressure))
    }
  }
  return pixels
}

/** A value every five rows, joined by lines. */
function between(values: number[], row: number): number {
  const at = row / 5
  const part = at - Math.floor(at)
  return values[Math.floor(at)] * (1 - part) + values[Math.floor(at) + 1] * part
}
