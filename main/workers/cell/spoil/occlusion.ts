import type { Spoiler } from './spoil.ts'

/** Sides of the square as shares of the image's shorter side. */
const shares = [0.2, 0.3, 0.4, 0.5, 0.6]

/** Covers a square at a random place with middle grey. */
export const occlusion: Spoiler = (severity) => (image, { height, width, channels }, random) => {
  const side = Math.max(1, Math.round(shares[severity - 1] * Math.min(height, width)))
  const top = random.integer(height - side + 1)
  const left = random.integer(width - side + 1)
  const covered = image.slice()
  for (let y = top; y < top + side; y++) {
    covered.fill(0.5, (y * width + left) * channels, (y * width + left + side) * channels)
  }
  return covered
}
