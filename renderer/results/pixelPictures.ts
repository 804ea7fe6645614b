import { viridisAt } from '../charts/scoreColours.ts'

/** Height, width and channels of a picture. */
export interface PictureShape { height: number; width: number; channels: number }

/** Bytes of a grey or colour image as what a canvas takes: red, green, blue and alpha of each pixel. */
export function rgbaOf(bytes: Uint8Array, { channels }: PictureShape): Uint8ClampedArray<ArrayBuffer> {
  const rgba = new Uint8ClampedArray((bytes.length / channels) * 4).fill(255)
  for (let at = 0, to = 0; at < bytes.length; at += channels, to += 4) {
    for (let c = 0; c < 3; c++) rgba[to + c] = bytes[at + (channels === 1 ? 0 : c)]
  }
  return rgba
}

/** What the members draw on average. @param drawn bytes, members x height x width x channels */
export function meanPicture(drawn: Uint8Array, members: number): Uint8Array {
  const size = drawn.length / members
  return Uint8Array.from({ length: size }, (_, i) => {
    let sum = 0
    for (let m = 0; m < members; m++) sum += drawn[m * size + i]
    return Math.round(sum / members)
  })
}

/**
 * How far two images differ, in viridis: each pixel's mean over its channels of |a - b|, from 0 to `largest` of the range
 * of a pixel.
 */
export function differencePicture(
  a: Uint8Array, b: Uint8Array, { channels }: PictureShape, largest: number,
): Uint8ClampedArray<ArrayBuffer> {
  const rgba = new Uint8ClampedArray((a.length / channels) * 4).fill(255)
  for (let at = 0, to = 0; at < a.length; at += channels, to += 4) {
    let sum = 0
    for (let c = at; c < at + channels; c++) sum += Math.abs(a[c] - b[c])
    rgba.set(viridisAt(sum / channels / 255 / largest), to)
  }
  return rgba
}
