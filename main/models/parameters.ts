import { type Architecture, mapSizes } from './architecture.ts'
import type { RandomStream } from './random.ts'

/** One weight array of the network, and where it begins in the flat vector of all parameters. */
export interface ParameterSlot {
  name: string
  shape: number[]
  offset: number
  size: number
  /** Fan-in and fan-out of a kernel, for its initial scale; null for a bias, which starts at 0. */
  fans: [number, number] | null
}

type Unplaced = Omit<ParameterSlot, 'offset' | 'size'>

const dense = (name: string, from: number, to: number, fanOut = to): Unplaced[] => [
  { name: `${name}/kernel`, shape: [from, to], fans: [from, fanOut] },
  { name: `${name}/bias`, shape: [to], fans: null },
]

const convolution = (name: string, from: number, to: number): Unplaced[] => [
  { name: `${name}/kernel`, shape: [3, 3, from, to], fans: [9 * from, 9 * to] },
  { name: `${name}/bias`, shape: [to], fans: null },
]

/** TensorFlow keeps a transposed convolution's kernel as height, width, output, input channels. */
const transposed = (name: string, from: number, to: number): Unplaced[] => [
  { name: `${name}/kernel`, shape: [3, 3, to, from], fans: [9 * from, 9 * to] },
  { name: `${name}/bias`, shape: [to], fans: null },
]

/**
 * Every parameter of a member's network in order, in one flat vector: one tensor to split for the forward pass,
 * one gradient, one Adam. The two dense heads, mean and log-variance, are the halves of one kernel.
 */
export function parameterSlots(network: Architecture): ParameterSlot[] {
  const last = mapSizes(network)[network.stages.length]
  const flat = last[0] * last[1] * last[2]
  const mirrored = network.stages.map((stage) => stage.filters).reverse()
  const slots = [
    ...encoderSlots(network),
    ...dense('encoder/posterior', network.dense, 2 * network.latent, network.latent),
    ...dense('decoder/dense', network.latent, flat),
    ...mirrored.flatMap((filters, i) => transposed(`decoder/convolution-${i}`, mirrored[i - 1] ?? last[2], filters)),
    ...transposed('decoder/image', mirrored[mirrored.length - 1], network.image.channels),
  ]
  return placed(slots)
}

/** Those of the classifier: the encoder up to its dense layer, and the dense layer of the softmax. */
export function classifierSlots(network: Architecture, classes: number): ParameterSlot[] {
  return placed([...encoderSlots(network), ...dense('classifier', network.dense, classes)])
}

function encoderSlots(network: Architecture): Unplaced[] {
  const maps = mapSizes(network)
  const [height, width, filters] = maps[network.stages.length]
  return [
    ...network.stages.flatMap((stage, i) => convolution(`encoder/convolution-${i}`, maps[i][2], stage.filters)),
    ...dense('encoder/dense', height * width * filters, network.dense),
  ]
}

function placed(slots: Unplaced[]): ParameterSlot[] {
  let offset = 0
  return slots.map((slot) => {
    const size = slot.shape.reduce((product, side) => product * side, 1)
    offset += size
    return { ...slot, offset: offset - size, size }
  })
}

/** How many parameters a network has (design table: 134,165 for MNIST's with d = 2). */
export function countParameters(slots: ParameterSlot[]): number {
  return slots.reduce((sum, slot) => sum + slot.size, 0)
}

/** Kernels by Glorot's uniform rule, sqrt(6 / (fan-in + fan-out)), biases 0, as Keras starts them. */
export function initialParameters(slots: ParameterSlot[], random: RandomStream): Float32Array {
  const values = new Float32Array(countParameters(slots))
  for (const { offset, size, fans } of slots) {
    if (!fans) continue
    const limit = Math.sqrt(6 / (fans[0] + fans[1]))
    for (let i = 0; i < size; i++) values[offset + i] = (2 * random.uniform() - 1) * limit
  }
  return values
}
