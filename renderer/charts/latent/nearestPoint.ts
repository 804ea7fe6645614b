import { Emphasis } from './emphasis.ts'

/**
 * Points as they are drawn: `toClip` takes them to clip space (column-major), from where width and height
 * are pixels.
 */
export interface DrawnPoints {
  points: Float32Array
  emphasis: Uint8Array
  toClip: number[]
  width: number
  height: number
}

/** What is selected is reached from twice as far as what is dimmed around it. */
const dimmed = 4

/**
 * The index of the point nearest to a place in pixels, or null where none that is drawn is within reach. Of
 * several at one place it is the one drawn last.
 */
export function nearestPoint(
  { points, emphasis, toClip: m, width, height }: DrawnPoints,
  atX: number,
  atY: number,
  reach: number,
): number | null {
  let [best, distance] = [-1, reach * reach]
  for (let i = 0; i < emphasis.length; i++) {
    if (emphasis[i] === Emphasis.hidden) continue
    const [x, y, z] = [points[3 * i], points[3 * i + 1], points[3 * i + 2]]
    const w = m[3] * x + m[7] * y + m[11] * z + m[15]
    const across = (((m[0] * x + m[4] * y + m[8] * z + m[12]) / w + 1) / 2) * width - atX
    const down = ((1 - (m[1] * x + m[5] * y + m[9] * z + m[13]) / w) / 2) * height - atY
    const apart = (across * across + down * down) * (emphasis[i] === Emphasis.dim ? dimmed : 1)
    if (w > 0 && apart <= distance) [best, distance] = [i, apart]
  }
  return best < 0 ? null : best
}
