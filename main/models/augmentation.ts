import type { ImageShape } from './architecture.ts'
import type { RandomStream } from './random.ts'

/**
 * Moves each image of a batch by up to a fourteenth of its side and changes its brightness by up to 10 per cent.
 * What comes in from outside repeats the edge. Mild on purpose: a flipped 2 is no 2.
 * @param images batch x height x width x channels in [0, 1]
 */
export function augment(images: Float32Array, shape: ImageShape, random: RandomStream): Float32Array {
  const size = shape.height * shape.width * shape.channels
  const out = new Float32Array(images.length)
  for (let start = 0; start < images.length; start += size) {
    const move = (side: number) => random.integer(2 * Math.round(side / 14) + 1) - Math.round(side / 14)
    shift(images, out, start, shape, move(shape.height), move(shape.width), 0.9 + 0.2 * random.uniform())
  }
  return out
}

function shift(
  from: Float32Array, to: Float32Array, start: number, shape: ImageShape, down: number, right: number, gain: number,
): void {
  const { height, width, channels } = shape
  const inside = (value: number, side: number) => Math.min(side - 1, Math.max(0, value))
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const source = start + (inside(y - down, height) * width + inside(x - right, width)) * channels
      const target = start + (y * width + x) * channels
      for (let c = 0; c < channels; c++) to[target + c] = Math.min(1, from[source + c] * gain)
    }
  }
}
