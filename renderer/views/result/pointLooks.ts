import { Emphasis } from '../../charts/latent/emphasis.ts'
import type { PointLooks } from '../../charts/latent/pointCloud.ts'
import { type Mark, shapes } from '../../charts/classMarks.ts'
import { bytesOf, colourSpan, viridisAt } from '../../charts/scoreColours.ts'
import type { Colours } from '../../charts/useColours.ts'
import { type ClassLook, roleMark } from '../../results/classLooks.ts'
import { roles } from '../../results/roles.ts'
import type { ScoredImages } from '../../results/scoredImages.ts'

export type ColourBy = 'class' | 'role' | 'score'

interface Drawn {
  images: ScoredImages
  classes: ClassLook[]
  shown: Uint32Array
  colourBy: ColourBy
  inGroup: ((position: number) => boolean) | null
}

/**
 * How each image is drawn in the latent picture. What is not shown is hidden, what is not selected dimmed.
 */
export function pointLooks(drawn: Drawn, colour: Colours): PointLooks {
  const { images, shown, inGroup } = drawn
  const count = images.scores.length
  const looks: PointLooks = {
    colours: new Uint8Array(3 * count),
    looks: new Uint8Array(count),
    emphasis: new Uint8Array(count),
    order: new Uint32Array(),
  }
  const paint = painter(drawn, colour)
  for (const position of shown) {
    const { rgb, look } = paint(position)
    looks.colours.set(rgb, 3 * position)
    looks.looks[position] = look
    looks.emphasis[position] =
      inGroup === null ? Emphasis.normal : inGroup(position) ? Emphasis.selected : Emphasis.dim
  }
  looks.order = drawingOrder(shown, images.role, looks.emphasis)
  return looks
}

interface Paint {
  rgb: [number, number, number]
  look: number
}

function painter({ images, classes, shown, colourBy }: Drawn, colour: Colours): (position: number) => Paint {
  const paintOf = ({ colour: property, shape, hollow }: Mark): Paint => ({
    rgb: bytesOf(colour(property)),
    look: shapes.indexOf(shape) + (hollow ? 8 : 0),
  })
  const byRole = roles.map((role) => paintOf(roleMark(role)))
  if (colourBy === 'role') return (position) => byRole[images.role[position]]
  const byClass = classes.map(({ mark }) => paintOf(mark))
  const classPaint = (position: number) => byClass[images.labels[position]] ?? byRole[images.role[position]]
  if (colourBy === 'class') return classPaint
  const { from, to } = colourSpan(images.scores, shown)
  return (position) => ({
    rgb: viridisAt((images.scores[position] - from) / (to - from)),
    look: byRole[images.role[position]].look,
  })
}

/** What matters most is drawn last: the anomalies over the known, what is selected over all. */
function drawingOrder(shown: Uint32Array, role: Uint8Array, emphasis: Uint8Array): Uint32Array {
  const layers = [1, 3, 0, 2]
  const layer = (position: number) =>
    layers[role[position]] + (emphasis[position] === Emphasis.selected ? roles.length : 0)
  return shown.slice().sort((a, b) => layer(a) - layer(b) || a - b)
}
