/** Values of a picture: height x width x channels. */
interface PictureShape { height: number; width: number; channels: number }

/**
 * What a member is like after an epoch, on a few validation images of the known classes that stay the same over the
 * training. A class is an index into the ensemble's known ones; classes x d are the prior means.
 */
export interface TrainingPreview {
  epoch: number; step: number; dimension: number; priorMeans: number[][]; image: PictureShape
  /** The posterior means of a sample: Float32, points x d, and the class of each. */
  classes: Int32Array; means: Float32Array
  /** A handful of images and what the decoder makes of their posterior means: uint8, pictures x height x width x channels. */
  pictureClasses: Int32Array; originals: Uint8Array; reconstructions: Uint8Array
}

const arrays = [
  ['classes', Int32Array], ['means', Float32Array], ['pictureClasses', Int32Array], ['originals', Uint8Array],
  ['reconstructions', Uint8Array],
] as const

/** A preview as bytes: the length of the head (Uint32), the head as JSON, and the arrays, all little-endian. */
export function previewBytes(preview: TrainingPreview): Uint8Array {
  const { epoch, step, dimension, priorMeans, image } = preview
  const lengths = arrays.map(([name]) => preview[name].byteLength)
  const head = new TextEncoder().encode(padded(JSON.stringify({ epoch, step, dimension, priorMeans, image, lengths })))
  const parts = [head, ...arrays.map(([name]) => bytesOf(preview[name]))]
  const bytes = new Uint8Array(4 + parts.reduce((sum, part) => sum + part.length, 0))
  new DataView(bytes.buffer).setUint32(0, head.length, true)
  let offset = 4
  for (const part of parts) {
    bytes.set(part, offset)
    offset += part.length
  }
  return bytes
}

/**
 * Reads what `previewBytes` made.
 * @throws RangeError or SyntaxError where the bytes are something else
 */
export function readPreview(bytes: ArrayBuffer): TrainingPreview {
  const length = new DataView(bytes).getUint32(0, true)
  const { lengths, ...head } = JSON.parse(new TextDecoder().decode(new Uint8Array(bytes, 4, length)))
  let offset = 4 + length
  const read = arrays.map(([name, Type], i) => {
    offset += lengths[i]
    return [name, new Type(bytes.slice(offset - lengths[i], offset))]
  })
  return { ...head, ...Object.fromEntries(read) }
}

const bytesOf = ({ buffer, byteOffset, byteLength }: Uint8Array | Int32Array | Float32Array) =>
  new Uint8Array(buffer, byteOffset, byteLength)
const padded = (json: string) => json.padEnd(Math.ceil(json.length / 4) * 4)
