import type { IntensityRange } from '../importRequest.ts'

/** 8-bit values as they are; 16-bit ones so that `range` becomes 0 to 255. */
export function toBytes(data: Buffer, wide: boolean, range: IntensityRange): Uint8Array {
  if (!wide) return data
  const values = new Uint16Array(data.buffer, data.byteOffset, data.length / 2)
  const [low, high] = range
  const scale = high > low ? 255 / (high - low) : 0
  const bytes = new Uint8ClampedArray(values.length) // rounds, and clips what lies outside
  for (let i = 0; i < values.length; i += 1) bytes[i] = (values[i] - low) * scale
  return new Uint8Array(bytes.buffer)
}

/** Grey repeated as RGB, or RGB as luma (ITU-R BT.601, which leaves R = G = B as it is). */
export function withChannels(pixels: Uint8Array, from: number, to: number): Uint8Array {
  if (from === to) return pixels
  return to === 1 ? luma(pixels) : repeated(pixels)
}

/** 0.299 R + 0.587 G + 0.114 B, in 1/65536, rounded. */
export function luma(rgb: Uint8Array, out: Uint8Array = new Uint8Array(rgb.length / 3)): Uint8Array {
  for (let i = 0, at = 0; i < out.length; i += 1, at += 3) {
    out[i] = (19_595 * rgb[at] + 38_470 * rgb[at + 1] + 7_471 * rgb[at + 2] + 32_768) >> 16
  }
  return out
}

function repeated(grey: Uint8Array): Uint8Array {
  const out = new Uint8Array(grey.length * 3)
  for (let i = 0, at = 0; i < grey.length; i += 1, at += 3) out[at] = out[at + 1] = out[at + 2] = grey[i]
  return out
}
