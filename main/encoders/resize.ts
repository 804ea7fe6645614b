/** Which two values of a side a new one lies between, and how far it is from the first to the second. */
interface Taps { low: Uint32Array; high: Uint32Array; share: Float64Array }

/**
 * Resizes an image, height x width x channels, by bilinear interpolation between the centres of the pixels, edges
 * repeated: what PyTorch's `interpolate(mode="bilinear", align_corners=False)` does. It does not smooth what it makes
 * smaller.
 * @param out room for to.height x to.width x channels values, which is returned
 */
export function resized(
  image: Float32Array, from: { height: number; width: number; channels: number }, to: { height: number; width: number },
  out: Float32Array,
): Float32Array {
  const [rows, columns] = [taps(from.height, to.height), taps(from.width, to.width)]
  const { width, channels } = from
  const at = (y: number, x: number, c: number) => image[(y * width + x) * channels + c]
  for (let y = 0, i = 0; y < to.height; y++) {
    const [top, bottom, down] = [rows.low[y], rows.high[y], rows.share[y]]
    for (let x = 0; x < to.width; x++) {
      const [left, right, across] = [columns.low[x], columns.high[x], columns.share[x]]
      for (let c = 0; c < channels; c++, i++) {
        const above = at(top, left, c) + across * (at(top, right, c) - at(top, left, c))
        const below = at(bottom, left, c) + across * (at(bottom, right, c) - at(bottom, left, c))
        out[i] = above + down * (below - above)
      }
    }
  }
  return out
}

/** Place (i + 1/2) from/to - 1/2 of the old side, not before its first value. */
function taps(from: number, to: number): Taps {
  const places = Float64Array.from({ length: to }, (_, i) => Math.max(0, ((i + 0.5) * from) / to - 0.5))
  return {
    low: Uint32Array.from(places, Math.floor),
    high: Uint32Array.from(places, (place) => Math.min(from - 1, Math.floor(place) + 1)),
    share: places.map((place) => place - Math.floor(place)),
  }
}
