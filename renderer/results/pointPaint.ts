import { type Mark, shapes } from '../charts/classMarks.ts'
import type { PointPaint } from '../charts/latent/pointBuffers.ts'
import { bytesOf, colourSpan, viridisAt } from '../charts/scoreColours.ts'
import type { Colours } from '../charts/useColours.ts'
import { verdictMarks } from '../charts/verdictMarks.ts'
import { type ClassLook, roleMark } from './classLooks.ts'
import type { ColourBy } from './colourBy.ts'
import { roles } from './roles.ts'
import type { ScoredImages } from './scoredImages.ts'

/** What the points are painted by; arrays are in the order of the set's images. */
export interface Painted {
  images: ScoredImages
  classes: ClassLook[]
  colourBy: ColourBy
  /** The positions whose values the scale spans. */
  shown: Uint32Array
  /** How the members disagree; null where that was not computed. */
  disagreement: Float32Array | null
  /** The number of each image's verdict, as in `verdictMarks`; null where there are none. */
  verdicts: Uint8Array | null
}

type Rgb = [number, number, number]

/** The colour and mark of every image, whether it is shown or not. */
export function pointPaint(painted: Painted, colour: Colours): PointPaint {
  const looks = new Uint8Array(painted.images.role.length)
  const colours = new Uint8Array(3 * looks.length)
  const [paint, values] = [{ colours, looks }, measureOf(painted)]
  if (values) paintMeasure(paint, painted, values)
  else paintMarks(paint, painted, colour)
  return paint
}

/** What the scale of a measure is of; null where it was not computed, or where the colours are no measure. */
export function measureOf({ colourBy, images, disagreement }: Painted): Float32Array | null {
  if (colourBy === 'score') return images.scores
  return colourBy === 'disagreement' ? disagreement : null
}

const scaleSteps = 256
const scale = Array.from({ length: scaleSteps }, (_, i) => viridisAt(i / (scaleSteps - 1)))

/** The measure as colour, the role as mark. */
function paintMeasure({ colours, looks }: PointPaint, { images: { role }, shown }: Painted, values: Float32Array): void {
  const { from, to } = colourSpan(values, shown)
  const lookOf = roles.map((one) => lookOfMark(roleMark(one)))
  for (let i = 0; i < looks.length; i++) {
    const share = (values[i] - from) / (to - from)
    write(colours, i, scale[Math.round(Math.min(1, Math.max(0, share)) * (scaleSteps - 1))])
    looks[i] = lookOf[role[i]]
  }
}

function paintMarks({ colours, looks }: PointPaint, painted: Painted, colour: Colours): void {
  const { marks, markOf } = markings(painted)
  const inks = marks.map((mark) => bytesOf(colour(mark.colour)))
  const numbers = marks.map(lookOfMark)
  for (let i = 0; i < looks.length; i++) {
    const mark = markOf(i)
    write(colours, i, inks[mark])
    looks[i] = numbers[mark]
  }
}

/** All marks that there are, and which of them an image has. */
function markings({ images, classes, colourBy, verdicts }: Painted) {
  if (colourBy === 'verdict')
    return { marks: verdictMarks.map(({ mark }) => mark), markOf: (i: number) => verdicts?.[i] ?? 0 }
  const ofRoles = roles.map(roleMark)
  if (colourBy !== 'class') return { marks: ofRoles, markOf: (i: number) => images.role[i] }
  const marks = [...classes.map(({ mark }) => mark), ...ofRoles]
  const markOf = (i: number) => (images.labels[i] >= 0 ? images.labels[i] : classes.length + images.role[i])
  return { marks, markOf }
}

const lookOfMark = ({ shape, hollow }: Mark) => shapes.indexOf(shape) + (hollow ? 8 : 0)

function write(colours: Uint8Array, i: number, [r, g, b]: Rgb): void {
  colours[3 * i] = r
  colours[3 * i + 1] = g
  colours[3 * i + 2] = b
}
