import { Emphasis } from '../charts/latent/emphasis.ts'
import type { PointEmphasis } from '../charts/latent/pointBuffers.ts'

/** By role: what matters most is drawn last, the anomalies over the known. */
const layerOfRole = [1, 3, 0, 2]
const layers = layerOfRole.length

/**
 * How strongly each image is drawn, and in which order: what is not shown is not, what is not selected first and
 * faintly, what is selected last.
 * @param role Uint8, one an image. @param shown positions, rising
 * @param inGroup null where no group is selected
 */
export function pointEmphasis(
  role: Uint8Array, shown: Uint32Array, inGroup: ((position: number) => boolean) | null,
): PointEmphasis {
  const strengths = new Uint8Array(role.length)
  const [dimmed, others] = [new Uint32Array(layers), new Uint32Array(layers)]
  for (const position of shown) {
    strengths[position] = inGroup === null ? Emphasis.normal : inGroup(position) ? Emphasis.selected : Emphasis.dim
    ;(strengths[position] === Emphasis.dim ? dimmed : others)[layerOfRole[role[position]]]++
  }
  const starts = startsOf([...dimmed, ...others])
  const order = new Uint32Array(shown.length)
  for (const position of shown) {
    const above = strengths[position] === Emphasis.dim ? 0 : layers
    order[starts[above + layerOfRole[role[position]]]++] = position
  }
  return { strengths, order, dimmed: dimmed.reduce((sum, n) => sum + n, 0) }
}

/** Where each layer begins, by the sizes of those below it. */
function startsOf(sizes: number[]): number[] {
  let sum = 0
  return sizes.map((size) => (sum += size) - size)
}
