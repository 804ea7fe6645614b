import { Emphasis } from '../charts/latent/emphasis.ts'
import type { PointEmphasis } from '../charts/latent/pointBuffers.ts'

/** By role: what matters most is drawn last, the anomalies over the known. */
const layerOfRole = [1, 3, 0, 2]
const layers = layerOfRole.length

/**
 * How strongly each image is drawn, and in which order: what is not shown is not, what is not selected first and
 * faintly, what is selected last. Within a layer the images are mixed, so that its first ones stand for all.
 * @param role Uint8, one an image. @param shown positions, rising
 * @param inGroup null where no group is selected
 */
export function pointEmphasis(
  role: Uint8Array, shown: Uint32Array, inGroup: ((position: number) => boolean) | null,
): PointEmphasis {
  const strengths = new Uint8Array(role.length)
  const sizes = new Uint32Array(2 * layers)
  const layerOf = (position: number) =>
    layerOfRole[role[position]] + (strengths[position] === Emphasis.dim ? 0 : layers)
  for (const position of shown) {
    strengths[position] = inGroup === null ? Emphasis.normal : inGroup(position) ? Emphasis.selected : Emphasis.dim
    sizes[layerOf(position)]++
  }
  const starts = startsOf(sizes)
  const all = Array.from(sizes, (count, i) => ({ from: starts[i], count, dimmed: i < layers }))
  const order = new Uint32Array(shown.length)
  const step = stepThrough(shown.length)
  for (let i = 0, at = 0; i < shown.length; i++, at = (at + step) % shown.length)
    order[starts[layerOf(shown[at])]++] = shown[at]
  return { strengths, order, layers: all.filter(({ count }) => count > 0) }
}

/** Where each layer begins, by the sizes of those below it. */
function startsOf(sizes: Uint32Array): Uint32Array {
  let sum = 0
  return sizes.map((size) => (sum += size) - size)
}

/** By steps of this length, about the golden ratio of it, a circle of so many places is gone through once. */
function stepThrough(count: number): number {
  let step = Math.max(1, Math.round(count * 0.618_033_988_75))
  while (greatestDivisor(step, count) > 1) step++
  return step
}

function greatestDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestDivisor(b, a % b)
}
