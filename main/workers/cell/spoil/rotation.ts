import type { ImageShape, Spoiler } from './spoil.ts'

/** In degrees, to the left or to the right at random. */
const angles = [15, 30, 45, 60, 90]

/** Turns the image about its middle, bilinear between pixels; beyond the border its value goes on. */
export const rotation: Spoiler = (severity) => (image, shape, random) => {
  const angle = (angles[severity - 1] * Math.PI) / 180 * (random.integer(2) === 0 ? 1 : -1)
  const { height, width, channels } = shape
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)]
  const [midX, midY] = [(width - 1) / 2, (height - 1) / 2]
  return image.map((_, i) => {
    const [pixel, channel] = [Math.floor(i / channels), i % channels]
    const [y, x] = [Math.floor(pixel / width) - midY, (pixel % width) - midX]
    return between(image, shape, cos * y - sin * x + midY, sin * y + cos * x + midX, channel)
  })
}

function between(
  image: Float32Array, { height, width, channels }: ImageShape, y: number, x: number, channel: number,
): number {
  const [top, left] = [Math.floor(y), Math.floor(x)]
  const [down, right] = [y - top, x - left]
  const at = (row: number, column: number) => {
    const [r, c] = [Math.min(height - 1, Math.max(0, row)), Math.min(width - 1, Math.max(0, column))]
    return image[(r * width + c) * channels + channel]
  }
  const upper = at(top, left) * (1 - right) + at(top, left + 1) * right
  const lower = at(top + 1, left) * (1 - right) + at(top + 1, left + 1) * right
  return upper * (1 - down) + lower * down
}
