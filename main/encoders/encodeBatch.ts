import type { EncoderDescription } from '../contract/encoders.ts'
import { EncoderProblem } from './encoderProblem.ts'
import { type FeatureVectors, vectorsOf } from './featureVectors.ts'
import { type ImageShape, imageTensor } from './imageTensor.ts'
import { runtimeWords, type OnnxModel } from './onnxModel.ts'

/** What an encoder does, without what came out when it was tried. */
export type EncoderSettings = Omit<EncoderDescription, 'output'> & { output: { name: string } }

/**
 * Features of some images, no more than the encoder's batch where it has one.
 * @param images values in [0, 1], images x height x width x channels
 * @throws EncoderProblem where the model fails on them, or gives what is no vector an image
 */
export async function encodeBatch(
  model: OnnxModel, settings: EncoderSettings, images: Float32Array, shape: ImageShape,
): Promise<FeatureVectors> {
  const { input, output } = settings
  const count = images.length / (shape.height * shape.width * shape.channels)
  const room = input.batch ?? count
  const sides = input.layout === 'NCHW' ? [input.channels, input.height, input.width] : [input.height, input.width, input.channels]
  const { Tensor } = await import('onnxruntime-node')
  const tensor = new Tensor('float32', imageTensor(images, shape, settings, room), [room, ...sides])
  const outputs = await model.run({ [input.name]: tensor }, [output.name]).catch((error: Error) => {
    throw new EncoderProblem(`The model cannot be run on images of ${input.width} x ${input.height} pixels: ${runtimeWords(error.message)}.`,
      'Try another --size, or export the network for one size.')
  })
  const vectors = vectorsOf(output.name, outputs[output.name], room, input.layout)
  return { ...vectors, values: vectors.values.slice(0, count * vectors.width) }
}
