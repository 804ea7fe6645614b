import { GRID, GRID_PIXELS } from './detail.ts'

/** x' = (1 + p0) x + p1, y' = (1 + p2) y + p3, with the picture from -1 to 1. */
export type Warp = [number, number, number, number]

/** A copy may be cropped by up to a tenth at each side: this inner part of one lies within the other. */
export const INNER = 0.85

/** The middle of a row or column, with the picture from -1 to 1. */
export function centre(index: number): number {
  return ((index + 0.5) / GRID) * 2 - 1
}

// What `overlay` fills, again and again: the place in the first picture, value and slopes in the second.
export const places = new Int32Array(GRID_PIXELS)
export const values = new Float32Array(GRID_PIXELS)
export const across = new Float32Array(GRID_PIXELS)
export const down = new Float32Array(GRID_PIXELS)

/**
 * Where inner pixels of the one picture fall in the other: value and slopes, bilinear. Returns how many do.
 */
export function overlay(b: Float32Array, warp: Warp, stride: number): number {
  const rows = falls(warp[2], warp[3], stride)
  const columns = falls(warp[0], warp[1], stride)
  let inside = 0
  for (const { index: row, first: top, part: fy } of rows) {
    for (const { index: column, first: left, part: fx } of columns) {
      const at = top * GRID + left
      const [nw, ne, sw, se] = [b[at], b[at + 1], b[at + GRID], b[at + GRID + 1]]
      places[inside] = row * GRID + column
      values[inside] = (1 - fy) * ((1 - fx) * nw + fx * ne) + fy * ((1 - fx) * sw + fx * se)
      across[inside] = (((1 - fy) * (ne - nw) + fy * (se - sw)) * GRID) / 2
      down[inside] = (((1 - fx) * (sw - nw) + fx * (se - ne)) * GRID) / 2
      inside += 1
    }
  }
  return inside
}

/** The inner rows (or columns) that fall inside, with the two that each falls between. */
function falls(
  scale: number,
  shift: number,
  stride: number,
): { index: number; first: number; part: number }[] {
  const found: { index: number; first: number; part: number }[] = []
  for (let index = 0; index < GRID; index += stride) {
    const at = (((1 + scale) * centre(index) + shift + 1) / 2) * GRID - 0.5
    if (Math.abs(centre(index)) > INNER || at < 0 || at > GRID - 1) continue
    const first = Math.min(GRID - 2, Math.floor(at))
    found.push({ index, first, part: at - first })
  }
  return found
}
