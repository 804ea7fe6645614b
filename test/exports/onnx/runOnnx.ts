import { InferenceSession, Tensor } from 'onnxruntime-node'
import { onnxFile, type OnnxGraph } from '../../../main/exports/onnx/onnxFile.ts'

const about = { producer: 'Lacuna', version: 'test', description: 'a model in a test', metadata: { detector: 'none' } }

type Results = Record<string, { dims: readonly number[]; values: number[] }>

/** What ONNX Runtime makes of a graph for one input. */
export const runOnnx = (graph: OnnxGraph, values: Float32Array, dims: number[]): Promise<Results> =>
  runOnnxFile(onnxFile(graph, about), values, dims)

export async function runOnnxFile(file: Uint8Array, values: Float32Array, dims: number[]): Promise<Results> {
  const session = await InferenceSession.create(file)
  const results = await session.run({ [session.inputNames[0]]: new Tensor('float32', values, dims) })
  const read = ([name, { dims: sides, data }]: [string, Tensor]) =>
    [name, { dims: sides, values: Array.from(data as Float32Array | BigInt64Array, Number) }]
  return Object.fromEntries(Object.entries(results).map(read))
}
