import type { Tensor } from 'onnxruntime-node'
import type { EncoderInput } from '../contract/encoders.ts'
import { EncoderProblem, shapeWords } from './encoderProblem.ts'
import type { OnnxModel } from './onnxModel.ts'

/** A vector an image: images x width, flat. */
export interface FeatureVectors { width: number; pooled: boolean; values: Float32Array }

/** More would be pixels or a map rather than features; a bank of 10,000 such images takes 160 MB. */
export const MAXIMUM_WIDTH = 4096

/**
 * The output that features are taken from, the first where none is named.
 * @throws EncoderProblem where there is no such output, or it holds no numbers of single precision
 */
export function outputNamed({ outputNames, outputMetadata }: OnnxModel, wanted: string | null): string {
  const at = wanted === null ? 0 : outputNames.indexOf(wanted)
  const output = outputMetadata[at]
  if (!output) {
    throw new EncoderProblem(`The model has no output "${wanted ?? ''}".`, `It has ${outputNames.map((name) => `"${name}"`).join(', ')}.`)
  }
  if (output.isTensor && output.type === 'float32') return output.name
  const what = output.isTensor ? `of the type ${output.type}` : 'no tensor'
  throw new EncoderProblem(`The output "${output.name}" is ${what}; features are float32.`,
    outputNames.length > 1 ? 'Name another one with --output.' : null)
}

/**
 * An output of four sides is averaged over its two sides in space (global average pooling), any other is taken as it lies.
 * @param images that went in
 * @throws EncoderProblem where there is not one row an image, or too much of it
 */
export function vectorsOf(name: string, { dims, data }: Tensor, images: number, layout: EncoderInput['layout']): FeatureVectors {
  const values = data as Float32Array
  if (dims[0] !== images || dims.length < 2 || values.length === 0) {
    throw new EncoderProblem(`For ${images} images the output "${name}" has the shape ${shapeWords(dims)}; it must have one row an image.`,
      'Name another output with --output.')
  }
  const vectors = dims.length === 4
    ? { pooled: true, ...pooled(values, dims, layout) }
    : { pooled: false, width: values.length / images, values }
  if (vectors.width <= MAXIMUM_WIDTH) return vectors
  throw new EncoderProblem(
    `The output "${name}" has ${vectors.width.toLocaleString('en')} numbers an image; the limit is ${MAXIMUM_WIDTH.toLocaleString('en')}.`,
    'Name a later layer with --output, or export the network with a pooling at its end.')
}

function pooled(values: Float32Array, dims: readonly number[], layout: EncoderInput['layout']): { width: number; values: Float32Array } {
  const [images, width, area] = layout === 'NCHW' ? [dims[0], dims[1], dims[2] * dims[3]] : [dims[0], dims[3], dims[1] * dims[2]]
  const [image, channel, place] = layout === 'NCHW' ? [width * area, area, 1] : [width * area, 1, width]
  const means = Float32Array.from({ length: images * width }, (_, i) => {
    const from = Math.floor(i / width) * image + (i % width) * channel
    let sum = 0
    for (let p = 0; p < area; p++) sum += values[from + p * place]
    return sum / area
  })
  return { width, values: means }
}
