import { GRID, GRID_PIXELS, difference, smoothed } from './detail.ts'
import { solve } from './solve.ts'

/** A picture at GRID x GRID with what its alignment needs. */
export interface Alignable {
  /** Smoothed once, and four times: for the fine and the coarse steps. */
  fine: Float32Array
  coarse: Float32Array
  detail: Float32Array
}

/** x' = (1 + p0) x + p1, y' = (1 + p2) y + p3, with the picture from -1 to 1. */
type Warp = [number, number, number, number]

/** A copy may be cropped by up to a tenth at each side: this inner part of one lies within the other. */
const INNER = 0.85
const FURTHEST = 0.3
const STEPS = 4
/** A coarse picture changes so little from pixel to pixel that every other row and column will do. */
const STRIDE = { coarse: 2, fine: 1 }
const STILL = 0.002
/** Pictures whose details agree less than this after the coarse steps are no copies. */
const HOPELESS = 0.5

export function alignable(picture: Float32Array): Alignable {
  const fine = smoothed(picture)
  const coarse = smoothed(smoothed(smoothed(fine)))
  return { fine, coarse, detail: difference(fine, coarse) }
}

/**
 * The best correlation of two pictures' details when one may be a slightly cropped copy of the other: either is
 * shifted and scaled over the other by Gauss-Newton steps that also fit gain and offset
 * (S. Baker, I. Matthews, "Lucas-Kanade 20 years on", IJCV 2004).
 */
export function alignedCorrelation(a: Alignable, b: Alignable): number {
  return Math.max(oneWay(a, b), oneWay(b, a))
}

function oneWay(a: Alignable, b: Alignable): number {
  const coarse = refined(a, b, 'coarse', [0, 0, 0, 0])
  const before = coarse ? warpedCorrelation(a.detail, b.detail, coarse) : 0
  if (!coarse || before < HOPELESS) return before
  const fine = refined(a, b, 'fine', coarse)
  return fine ? Math.max(before, warpedCorrelation(a.detail, b.detail, fine)) : before
}

/** The warp after some steps; undefined where they lead astray. */
function refined(a: Alignable, b: Alignable, level: 'coarse' | 'fine', from: Warp): Warp | undefined {
  let warp = from
  for (let step = 0; step < STEPS; step += 1) {
    const change = increment(a[level], b[level], warp, STRIDE[level])
    if (!change) return undefined
    warp = warp.map((value, i) => value + change[i]) as Warp
    if (!warp.every((value) => Math.abs(value) < FURTHEST)) return undefined
    if (change.slice(0, 4).every((value) => Math.abs(value) < STILL)) break
  }
  return warp
}

const UNKNOWNS = 6
const matrix = new Float64Array(UNKNOWNS * UNKNOWNS)
const right = new Float64Array(UNKNOWNS)
const slope = new Float64Array(UNKNOWNS)

/** Least squares for b(warp + change) = gain a + offset, linearised; undefined where it has no solution. */
function increment(a: Float32Array, b: Float32Array, warp: Warp, stride: number): number[] | undefined {
  const inside = overlay(b, warp, stride)
  matrix.fill(0)
  right.fill(0)
  for (let k = 0; k < inside; k += 1) {
    const at = places[k]
    slope[0] = across[k] * centre(at % GRID)
    slope[1] = across[k]
    slope[2] = down[k] * centre(Math.floor(at / GRID))
    slope[3] = down[k]
    slope[4] = -a[at]
    slope[5] = -1
    for (let i = 0; i < UNKNOWNS; i += 1) {
      right[i] -= slope[i] * values[k]
      for (let j = 0; j <= i; j += 1) matrix[i * UNKNOWNS + j] += slope[i] * slope[j]
    }
  }
  return solve(matrix, right)
}

function warpedCorrelation(a: Float32Array, b: Float32Array, warp: Warp): number {
  const inside = overlay(b, warp, 1)
  if (inside < 0.5 * (INNER * GRID) ** 2) return 0
  let [sa, sb, aa, bb, ab] = [0, 0, 0, 0, 0]
  for (let k = 0; k < inside; k += 1) {
    const [mine, other] = [a[places[k]], values[k]]
    sa += mine
    sb += other
    aa += mine * mine
    bb += other * other
    ab += mine * other
  }
  const spread = (aa - (sa * sa) / inside) * (bb - (sb * sb) / inside)
  return spread > 0 ? (ab - (sa * sb) / inside) / Math.sqrt(spread) : 0
}

/** The middle of a row or column, with the picture from -1 to 1. */
function centre(index: number): number {
  return ((index + 0.5) / GRID) * 2 - 1
}

// The overlay of one picture on another, reused: place in the first, value and slopes in the second.
const places = new Int32Array(GRID_PIXELS)
const values = new Float32Array(GRID_PIXELS)
const across = new Float32Array(GRID_PIXELS)
const down = new Float32Array(GRID_PIXELS)

/** Where inner pixels of the one picture fall in the other: value and slopes, bilinear. Returns how many do. */
function overlay(b: Float32Array, warp: Warp, stride: number): number {
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
function falls(scale: number, shift: number, stride: number): { index: number; first: number; part: number }[] {
  const found: { index: number; first: number; part: number }[] = []
  for (let index = 0; index < GRID; index += stride) {
    const at = (((1 + scale) * centre(index) + shift + 1) / 2) * GRID - 0.5
    if (Math.abs(centre(index)) > INNER || at < 0 || at > GRID - 1) continue
    const first = Math.min(GRID - 2, Math.floor(at))
    found.push({ index, first, part: at - first })
  }
  return found
}
