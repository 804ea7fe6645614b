import type { Evidence, MemberView } from '../../detectors/detector.ts'
import type { EncodingName, Encodings } from '../../models/encodingNames.ts'
import { SomeImages } from './someImages.ts'

/** What is said of some of the images, counted from 0: a detector that scores them need not see the others. */
export function someEvidence({ pixels, views }: Evidence, positions: Uint32Array): Evidence {
  const seen = (view: MemberView): MemberView =>
    ({ ...view, encodings: someRows(view.encodings, positions, pixels.count) })
  return { pixels: new SomeImages(pixels, positions), views: views.map(seen) }
}

function someRows(encodings: Encodings, positions: Uint32Array, count: number): Encodings {
  const names = Object.keys(encodings) as EncodingName[]
  return Object.fromEntries(names.map((name) => [name, rowsOf(encodings[name]!, positions, count)]))
}

function rowsOf(values: Float32Array, positions: Uint32Array, count: number): Float32Array {
  const width = values.length / count
  const rows = new Float32Array(positions.length * width)
  positions.forEach((position, i) => rows.set(values.subarray(position * width, (position + 1) * width), i * width))
  return rows
}

/** The same images as some of the members see them. */
export function ofMembers({ pixels, views }: Evidence, chosen: number[]): Evidence {
  return { pixels, views: chosen.map((member) => views[member]) }
}
