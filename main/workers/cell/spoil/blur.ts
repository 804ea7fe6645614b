import type { ImageShape, Spoiler } from './spoil.ts'

/** Standard deviations of the Gaussian as shares of the shorter side: of 28 pixels, half a pixel to two and a half. */
const shares = [0.02, 0.03, 0.045, 0.06, 0.09]

/** Convolves with a Gaussian, first along the rows, then along the columns; beyond the border its value goes on. */
export const blur: Spoiler = (severity) => (image, shape) => {
  const kernel = gaussian(shares[severity - 1] * Math.min(shape.height, shape.width))
  return along(along(image, shape, kernel, 0, 1), shape, kernel, 1, 0)
}

/** Weights at -r..r, which sum to 1; r is three standard deviations. */
function gaussian(deviation: number): Float64Array {
  const radius = Math.max(1, Math.ceil(3 * deviation))
  const weights = Float64Array.from({ length: 2 * radius + 1 },
    (_, i) => Math.exp(-((i - radius) ** 2) / (2 * deviation ** 2)))
  const sum = weights.reduce((total, weight) => total + weight, 0)
  return weights.map((weight) => weight / sum)
}

function along(
  image: Float32Array, { height, width, channels }: ImageShape, kernel: Float64Array, down: number, right: number,
): Float32Array {
  const radius = (kernel.length - 1) / 2
  const clamp = (value: number, limit: number) => Math.min(limit - 1, Math.max(0, value))
  return image.map((_, i) => {
    const [pixel, channel] = [Math.floor(i / channels), i % channels]
    const [y, x] = [Math.floor(pixel / width), pixel % width]
    return kernel.reduce((sum, weight, k) => {
      const step = k - radius
      const from = clamp(y + step * down, height) * width + clamp(x + step * right, width)
      return sum + weight * image[from * channels + channel]
    }, 0)
  })
}
