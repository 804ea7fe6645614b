import type { LatentCloud } from '../../../../renderer/charts/latent/latentCloud.ts'
import { sphereOutlines } from '../../../../renderer/charts/latent/outlines.ts'
import { bytesOf } from '../../../../renderer/charts/scoreColours.ts'
import type { Colours } from '../../../../renderer/charts/useColours.ts'
import { pointEmphasis } from '../../../../renderer/results/pointEmphasis.ts'

/** What a synthetic picture is of, an image each. */
export interface Synthetic { role: Uint8Array; label: Uint8Array; shown: Uint32Array; cloud: LatentCloud }

const classes = 10
const styled: Colours = (property) => getComputedStyle(document.documentElement).getPropertyValue(property).trim()

/** Ten heaps on a sphere of radius 3, the last of them held out: the same each time. */
export function synthetic(count: number, dimension: 2 | 3): Synthetic {
  const label = Uint8Array.from({ length: count }, (_, i) => i % classes)
  const role = label.map((one) => Number(one === classes - 1))
  const shown = Uint32Array.from({ length: count }, (_, i) => i)
  const points = new Float32Array(3 * count)
  for (let i = 0; i < count; i++) points.set(placeOf(i, label[i], dimension), 3 * i)
  const inks = Array.from({ length: classes }, (_, k) => bytesOf(styled(`--class-${k % 7}`)))
  const paint = { colours: Uint8Array.from([...label].flatMap((one) => inks[one])), looks: new Uint8Array(count) }
  const cloud: LatentCloud = {
    points, dimension, axes: null, paint, emphasis: pointEmphasis(role, shown, null),
    outlines: sphereOutlines(3, dimension), names: [], focus: null, lasso: null, colours: styled,
  }
  return { role, label, shown, cloud }
}

/** Two and three dimensions of a Weyl sequence, gathered around the class's place. */
function placeOf(i: number, label: number, dimension: 2 | 3): number[] {
  const spread = (step: number) => 1.6 * (((i * step) % 1) - 0.5) * (((i * step * 7.3) % 1) + 0.2)
  const angle = (2 * Math.PI * label) / classes
  const up = dimension === 3 ? Math.sin(3 * angle) * 2 : 0
  const flat = Math.sqrt(9 - up * up)
  return [
    flat * Math.cos(angle) + spread(0.754_877_67), flat * Math.sin(angle) + spread(0.569_840_29),
    dimension === 3 ? up + spread(0.819_172_51) : 0,
  ]
}
