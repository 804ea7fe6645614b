import { GRID, difference, smoothed } from './detail.ts'
import { INNER, across, centre, down, overlay, places, values } from './overlay.ts'
import type { Warp } from './overlay.ts'
import { solve } from './solve.ts'

/** A picture at GRID x GRID with what its alignment needs. */
export interface Alignable {
  /** Smoothed once, and four times: for the fine and the coarse steps. */
  fine: Float32Array
  coarse: Float32Array
  detail: Float32Array
}

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
 * The best correlation of two pictures' details when one may be a slightly cropped copy of the other: either
 * is shifted and scaled over the other by Gauss-Newton steps that also fit gain and offset (S. Baker, I.
 * Matthews, "Lucas-Kanade 20 years on", IJCV 2004).
 */
export function alignedCorrelation(a: Alignable, b: Alignable): number {
  const there = oneWay(a, b)
  return there < HOPELESS ? there : Math.max(there, oneWay(b, a))
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
