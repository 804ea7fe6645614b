import { whitened } from '../../detectors/cholesky.ts'
import type { LatentSpace } from '../../detectors/detector.ts'
import type { Standard } from '../../detectors/standard.ts'
import type { Graph } from './graph.ts'

/** What one member says of a batch, by the names of its results: features batch x width, mean batch x d. */
export interface MemberSays { latent: LatentSpace; features: string; mean: string }

/** D_k^2, batch x classes: | L_k^-1 (m - mean_k) |^2. */
export function addDistances(graph: Graph, { latent, mean }: MemberSays): string {
  const { dimension: d, means, choleskys } = latent.gaussians
  const whitening = choleskys.flatMap((factor) => transposedInverse(factor, d))
  const apart = graph.add('Sub', [
    graph.add('Unsqueeze', [mean, graph.indices([0])]), graph.floats(means.flat(), [means.length, 1, d]),
  ])
  const white = graph.add('MatMul', [apart, graph.floats(whitening, [means.length, d, d])])
  const squares = graph.add('ReduceSumSquare', [white], { axes: [2], keepdims: 0 })
  return graph.add('Transpose', [squares], { perm: [1, 0] })
}

/** (L^-1)' of a lower triangle, d x d: its j-th row is L^-1 times the j-th unit vector. */
function transposedInverse(lower: number[], d: number): number[] {
  const unit = (j: number) => Array.from({ length: d }, (_, i) => Number(i === j))
  return Array.from({ length: d }, (_, j) => [...whitened(Float64Array.from(lower), unit(j))]).flat()
}

/** The least of each row, batch x 1. */
export const addLeast = (graph: Graph, rows: string): string => graph.add('ReduceMin', [rows], { axes: [1], keepdims: 1 })

/** log(1 + min_k D_k^2), batch x 1. */
export function addLogDistance(graph: Graph, says: MemberSays): string {
  return graph.add('Log', [graph.add('Add', [addLeast(graph, addDistances(graph, says)), graph.floats([1])])])
}

/** -||m|| / r, batch x 1. */
export function addCloseness(graph: Graph, { latent, mean }: MemberSays): string {
  const length = graph.add('ReduceL2', [mean], { axes: [1], keepdims: 1 })
  return graph.add('Mul', [length, graph.floats([-1 / latent.radius])])
}

/** min_k ||m - mu_k||^2, batch x 1. */
export function addPriorDistance(graph: Graph, { latent, mean }: MemberSays): string {
  const { priorMeans, dimension } = latent
  const priors = graph.floats(priorMeans.flat(), [1, priorMeans.length, dimension])
  const apart = graph.add('Sub', [graph.add('Unsqueeze', [mean, graph.indices([1])]), priors])
  return addLeast(graph, graph.add('ReduceSumSquare', [apart], { axes: [2], keepdims: 0 }))
}

/** (x - mean) / deviation. */
export function addStandard(graph: Graph, value: string, { mean, deviation }: Standard): string {
  const centred = graph.add('Sub', [value, graph.floats([mean])])
  return graph.add('Div', [centred, graph.floats([deviation])])
}
