import type { EncoderDescription } from '../contract/encoders.ts'
import { resized } from './resize.ts'

/** What an image of the snapshot is. */
export interface ImageShape { height: number; width: number; channels: number }

/**
 * Images as an encoder takes them: resized, with its number of channels (grey repeated, or colour as ITU-R BT.601's
 * luma), normalised, in its layout.
 * @param images values in [0, 1], images x height x width x channels. @param room how many images the tensor holds;
 * what is left over is 0
 */
export function imageTensor(
  images: Float32Array, shape: ImageShape,
  { input, mean, std }: Pick<EncoderDescription, 'input' | 'mean' | 'std'>, room: number,
): Float32Array {
  const [before, area] = [shape.height * shape.width * shape.channels, input.height * input.width]
  const tensor = new Float32Array(room * input.channels * area)
  const small = new Float32Array(area * shape.channels)
  for (let n = 0; n < images.length / before; n++) {
    resized(images.subarray(n * before, (n + 1) * before), shape, input, small)
    for (let k = 0; k < input.channels; k++) {
      const values = channelOf(small, shape.channels, input.channels, k)
      const [first, step] = input.layout === 'NCHW' ? [(n * input.channels + k) * area, 1] : [n * area * input.channels + k, input.channels]
      for (let p = 0; p < area; p++) tensor[first + p * step] = (values(p) - mean[k]) / std[k]
    }
  }
  return tensor
}

/** The value of a pixel in the k-th of an encoder's channels. */
function channelOf(pixels: Float32Array, have: number, want: number, k: number): (pixel: number) => number {
  if (have === 1) return (pixel) => pixels[pixel]
  if (want > 1) return (pixel) => pixels[pixel * have + k]
  return (pixel) => 0.299 * pixels[pixel * have] + 0.587 * pixels[pixel * have + 1] + 0.114 * pixels[pixel * have + 2]
}
