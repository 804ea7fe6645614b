interface Sides {
  height: number
  width: number
  channels: number
}

/**
 * The image in the middle of a larger frame. The margin takes, in each channel, the median of the image's own
 * border: a photo on white gets white bars and MNIST's digits black ones, so that the bars say as little as
 * possible about the picture's proportions.
 */
export function padded(
  pixels: Uint8Array,
  image: Sides,
  frame: { height: number; width: number },
): Uint8Array {
  if (image.height === frame.height && image.width === frame.width) return pixels
  const { channels } = image
  const out = filled(frame.height * frame.width, borderMedian(pixels, image))
  const top = (frame.height - image.height) >> 1
  const left = (frame.width - image.width) >> 1
  const row = image.width * channels
  for (let y = 0; y < image.height; y += 1) {
    out.set(pixels.subarray(y * row, (y + 1) * row), ((top + y) * frame.width + left) * channels)
  }
  return out
}

function filled(pixels: number, colour: number[]): Uint8Array {
  const out = new Uint8Array(pixels * colour.length)
  for (let i = 0; i < out.length; i += 1) out[i] = colour[i % colour.length]
  return out
}

function borderMedian(pixels: Uint8Array, { height, width, channels }: Sides): number[] {
  return Array.from({ length: channels }, (_, channel) => {
    const at = (y: number, x: number) => pixels[(y * width + x) * channels + channel]
    const values: number[] = []
    for (let x = 0; x < width; x += 1) values.push(at(0, x), at(height - 1, x))
    for (let y = 0; y < height; y += 1) values.push(at(y, 0), at(y, width - 1))
    return values.sort((a, b) => a - b)[values.length >> 1]
  })
}
