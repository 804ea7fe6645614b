import type { EncoderInput } from '../contract/encoders.ts'
import { EncoderProblem, shapeWords } from './encoderProblem.ts'
import type { OnnxModel } from './onnxModel.ts'

type Shape = readonly (number | string)[]

/**
 * What a model takes, judged from what it declares.
 * @param size the side of the images where the model leaves it free; null where none was asked for
 * @throws EncoderProblem where it takes anything but images
 */
export function imageInputOf({ inputNames, inputMetadata }: OnnxModel, size: number | null): EncoderInput {
  if (inputNames.length !== 1) {
    throw new EncoderProblem(`The model has ${inputNames.length} inputs (${inputNames.join(', ') || 'none'}); an encoder has one, the image.`)
  }
  const [input] = inputMetadata
  if (!input.isTensor) throw new EncoderProblem(`The input "${input.name}" is no tensor; an encoder takes images.`)
  if (input.type !== 'float32') {
    throw new EncoderProblem(`The input "${input.name}" is of the type ${input.type}; an encoder takes float32.`,
      'Export the network with a float32 input, without a quantised or integer first layer.')
  }
  const { layout, channels, sides } = layoutOf(input.name, input.shape)
  const [height, width] = sides.map((side) => sideOf(side, size, sides))
  const [batch] = input.shape
  return { name: input.name, layout, channels, height, width, batch: typeof batch === 'number' ? batch : null }
}

/** One or three channels in the second place make it NCHW, else in the last NHWC. */
function layoutOf(name: string, shape: Shape): Pick<EncoderInput, 'layout' | 'channels'> & { sides: Shape } {
  const isColour = (side: number | string): side is 1 | 3 => side === 1 || side === 3
  const [, second, third, last] = shape
  if (shape.length === 4 && isColour(second)) return { layout: 'NCHW', channels: second, sides: [third, last] }
  if (shape.length === 4 && isColour(last)) return { layout: 'NHWC', channels: last, sides: [second, third] }
  throw new EncoderProblem(
    `The input "${name}" has the shape ${shapeWords(shape)}; an image has four sides, with 1 or 3 channels in the second or last place.`)
}

function sideOf(side: number | string, size: number | null, sides: Shape): number {
  if (typeof side === 'number') {
    if (size === null || size === side) return side
    throw new EncoderProblem(`The model takes images of ${shapeWords(sides)} pixels, and not of another size.`, 'Leave out --size.')
  }
  if (size !== null) return size
  throw new EncoderProblem('The model takes images of any size, so one must be named.',
    'Add --size with the side that it was trained with; 224 is the usual one.')
}
