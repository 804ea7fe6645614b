import { type Architecture, mapSizes } from '../../models/architecture.ts'
import type { Graph } from './graph.ts'
import { transposed, type WeightArray } from './weights.ts'

type Weights = Record<string, WeightArray>

const [toChannelsFirst, toChannelsLast] = [[0, 3, 1, 2], [0, 2, 3, 1]]

/** The encoder as `models/network.ts` has it: the names of its dense features and of its posterior mean. */
export function addEncoder(
  graph: Graph, network: Architecture, weights: Weights, images: string,
): { features: string; mean: string } {
  let map = graph.add('Transpose', [images], { perm: toChannelsFirst })
  network.stages.forEach(({ stride }, i) => {
    const kernel = transposed(weights[`encoder/convolution-${i}/kernel`], [3, 2, 0, 1])
    const inputs = [map, graph.floats(kernel.values, kernel.shape), vector(graph, weights[`encoder/convolution-${i}/bias`])]
    const sides = { kernel_shape: [3, 3], strides: [stride, stride], auto_pad: 'SAME_UPPER' }
    map = graph.add('Relu', [graph.add('Conv', inputs, sides)])
  })
  const flat = graph.add('Flatten', [graph.add('Transpose', [map], { perm: toChannelsLast })], { axis: 1 })
  const features = graph.add('Relu', [addDense(graph, weights, 'encoder/dense', flat)])
  const posterior = addDense(graph, weights, 'encoder/posterior', features)
  const [begin, end, axis] = [graph.indices([0]), graph.indices([network.latent]), graph.indices([1])]
  return { features, mean: graph.add('Slice', [posterior, begin, end, axis]) }
}

/** The decoder: latent points to images in [0, 1], batch x height x width x channels. */
export function addDecoder(graph: Graph, network: Architecture, weights: Weights, points: string): string {
  const maps = mapSizes(network)
  const start = graph.add('Relu', [addDense(graph, weights, 'decoder/dense', points)])
  const shape = graph.indices([-1, ...maps[maps.length - 1]])
  let map = graph.add('Transpose', [graph.add('Reshape', [start, shape])], { perm: toChannelsFirst })
  for (let i = 0; i < network.stages.length; i++) {
    const stage = network.stages.length - 1 - i
    const sides = { from: maps[stage + 1], to: maps[stage], stride: network.stages[stage].stride }
    map = graph.add('Relu', [addTransposed(graph, weights, `decoder/convolution-${i}`, map, sides)])
  }
  const logits = addTransposed(graph, weights, 'decoder/image', map, { from: maps[0], to: maps[0], stride: 1 })
  return graph.add('Transpose', [graph.add('Sigmoid', [logits])], { perm: toChannelsLast })
}

function addDense(graph: Graph, weights: Weights, name: string, from: string): string {
  const { values, shape } = weights[`${name}/kernel`]
  return graph.add('Gemm', [from, graph.floats(values, shape), vector(graph, weights[`${name}/bias`])])
}

interface Sides { from: number[]; to: number[]; stride: number }

/** TensorFlow's 'same' padding of the convolution that this is the transpose of: the odd pixel is at the end. */
function addTransposed(graph: Graph, weights: Weights, name: string, map: string, { from, to, stride }: Sides): string {
  const kernel = transposed(weights[`${name}/kernel`], [3, 2, 0, 1])
  const padding = [0, 1].map((side) => (from[side] - 1) * stride + 3 - to[side])
  const pads = [...padding.map((all) => Math.floor(all / 2)), ...padding.map((all) => Math.ceil(all / 2))]
  const inputs = [map, graph.floats(kernel.values, kernel.shape), vector(graph, weights[`${name}/bias`])]
  return graph.add('ConvTranspose', inputs, { kernel_shape: [3, 3], strides: [stride, stride], pads })
}

const vector = (graph: Graph, { values, shape }: WeightArray): string => graph.floats(values, shape)
