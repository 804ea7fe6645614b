import { luma } from '../pictures/values.ts'
import type { SnapshotShape } from '../snapshot.ts'
import { AreaShrink } from './areaShrink.ts'

/** Side of the grey picture that two images are compared at. */
export const GRID = 24
export const GRID_PIXELS = GRID * GRID
/** Side of the thumbnail that candidates are sought by. */
export const THUMB = 8
export const THUMB_PIXELS = THUMB * THUMB
/** Below these standard deviations (of 255) a picture, or its detail, is too flat to be compared. */
const FLAT_PICTURE = 1
const FLAT_DETAIL = 0.5

/** Makes what two images are compared by, from their pixels in the snapshot. */
export class DetailMaker {
  #shape: SnapshotShape
  #shrink: AreaShrink
  #toThumb = new AreaShrink({ height: GRID, width: GRID }, { height: THUMB, width: THUMB })
  #grey: Uint8Array
  #thumb = new Float32Array(THUMB_PIXELS)

  constructor(shape: SnapshotShape) {
    this.#shape = shape
    this.#shrink = new AreaShrink(shape, { height: GRID, width: GRID })
    this.#grey = new Uint8Array(shape.height * shape.width)
  }

  /** The image in grey at GRID x GRID. */
  picture(pixels: Uint8Array, out = new Float32Array(GRID_PIXELS)): Float32Array {
    return this.#shrink.apply(this.#shape.channels === 3 ? luma(pixels, this.#grey) : pixels, out)
  }

  /** The picture at THUMB x THUMB: zero mean, as signed bytes; all zero where the image is flat. */
  thumb(picture: Float32Array): Int8Array {
    return signedBytes(centred(this.#toThumb.apply(picture, this.#thumb), FLAT_PICTURE))
  }

  /** The picture as bytes. */
  bytes(picture: Float32Array): Uint8Array {
    const bytes = new Uint8Array(GRID_PIXELS)
    for (let i = 0; i < GRID_PIXELS; i += 1) bytes[i] = Math.round(picture[i])
    return bytes
  }

  /** The picture's detail: zero mean, as GRID x GRID signed bytes; all zero where there is none. */
  detail(picture: Float32Array): Int8Array {
    return signedBytes(centred(detailOf(picture), FLAT_DETAIL))
  }
}

/**
 * What remains of a picture without its coarse shapes and its finest grain: once smoothed minus four times
 * smoothed. Two handwritten ones share their coarse shape; a copy shares this too, whatever JPEG or a change
 * of brightness does to it.
 */
export function detailOf(picture: Float32Array): Float32Array {
  const once = smoothed(picture)
  return difference(once, smoothed(smoothed(smoothed(once))))
}

export function difference(a: Float32Array, b: Float32Array): Float32Array {
  const out = new Float32Array(a.length)
  for (let i = 0; i < out.length; i += 1) out[i] = a[i] - b[i]
  return out
}

/** The binomial filter 1 2 1 along rows and columns, edges repeated. */
export function smoothed(picture: Float32Array): Float32Array {
  return alongColumns(alongRows(picture))
}

function alongRows(from: Float32Array): Float32Array {
  const out = new Float32Array(from.length)
  for (let y = 0; y < GRID; y += 1) {
    const row = y * GRID
    for (let x = 0; x < GRID; x += 1) {
      const left = from[row + (x > 0 ? x - 1 : 0)]
      const right = from[row + (x < GRID - 1 ? x + 1 : x)]
      out[row + x] = (left + 2 * from[row + x] + right) / 4
    }
  }
  return out
}

function alongColumns(from: Float32Array): Float32Array {
  const out = new Float32Array(from.length)
  for (let i = 0; i < from.length; i += 1) {
    const above = from[i >= GRID ? i - GRID : i]
    const below = from[i < from.length - GRID ? i + GRID : i]
    out[i] = (above + 2 * from[i] + below) / 4
  }
  return out
}

/** Zero mean; all zero where the standard deviation is below `flat`. In place. */
function centred(values: Float32Array, flat: number): Float32Array {
  let mean = 0
  for (let i = 0; i < values.length; i += 1) mean += values[i] / values.length
  let squares = 0
  for (let i = 0; i < values.length; i += 1) squares += (values[i] -= mean) ** 2
  return squares < flat * flat * values.length ? values.fill(0) : values
}

/** Scaled so that the largest is 127: enough for correlations to four digits. */
function signedBytes(values: Float32Array): Int8Array {
  let largest = 0
  for (let i = 0; i < values.length; i += 1) largest = Math.max(largest, Math.abs(values[i]))
  const scale = largest > 0 ? 127 / largest : 0
  const bytes = new Int8Array(values.length)
  for (let i = 0; i < values.length; i += 1) bytes[i] = Math.round(values[i] * scale)
  return bytes
}
