import type { Packed } from '../../detectors/packed.ts'
import { unpack } from '../../detectors/packed.ts'
import type { Graph } from './graph.ts'

/** What `detectors/classifier/featureNeighbours.ts` keeps of a member. */
export interface NeighbourBank { width: number; vectors: Packed; k: number }

/** More than k are taken by the product, whose rounding may put the k-th a few places off. */
const candidates = (k: number, vectors: number): number => Math.min(vectors, 2 * k + 32)

/** The distance of each image's features to the k-th nearest direction of the bank, batch x 1. */
export function addNeighbourDistance(graph: Graph, { width, vectors, k }: NeighbourBank, features: string): string {
  const values = unpack(vectors)
  const count = values.length / width
  const bank = graph.floats(values, [count, width])
  const directions = addDirections(graph, features)
  const nearest = addCandidates(graph, { bank, values, width, count }, directions, candidates(k, count))
  const apart = graph.add('Sub', [graph.add('Gather', [bank, nearest]), graph.add('Unsqueeze', [directions, graph.indices([1])])])
  const squares = graph.add('ReduceSumSquare', [apart], { axes: [2], keepdims: 0 })
  const [smallest] = graph.addSeveral('TopK', [squares, graph.indices([Math.min(k, count)])], 2, { largest: 0 })
  return graph.add('Sqrt', [graph.add('ReduceMax', [smallest], { axes: [1], keepdims: 1 })])
}

/** Each row by its length; what is all 0 stays 0. */
function addDirections(graph: Graph, rows: string): string {
  const length = graph.add('ReduceL2', [rows], { axes: [1], keepdims: 1 })
  return graph.add('Div', [rows, graph.add('Max', [length, graph.floats([1e-30])])])
}

interface Bank { bank: string; values: Float32Array; width: number; count: number }

/** Places of the vectors with the smallest |b|^2 - 2 q.b, batch x `some`. */
function addCandidates(graph: Graph, { bank, values, width, count }: Bank, queries: string, some: number): string {
  const squares = Float32Array.from({ length: count }, (_, i) =>
    values.subarray(i * width, (i + 1) * width).reduce((sum, x) => sum + x * x, 0))
  const products = graph.add('MatMul', [queries, graph.add('Transpose', [bank], { perm: [1, 0] })])
  const reduced = graph.add('Sub', [graph.floats(squares, [1, count]), graph.add('Mul', [products, graph.floats([2])])])
  return graph.addSeveral('TopK', [reduced, graph.indices([some])], 2, { largest: 0 })[1]
}
