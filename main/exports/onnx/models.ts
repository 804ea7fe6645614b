import type { LatentSpace } from '../../detectors/detector.ts'
import type { Architecture } from '../../models/architecture.ts'
import { Graph } from './graph.ts'
import type { MemberSays } from './memberRules.ts'
import { addDecoder, addEncoder } from './network.ts'
import type { OnnxGraph, OnnxValue } from './onnxFile.ts'
import { addClassConfidences, scoreRules } from './scoreRules.ts'
import type { WeightArray } from './weights.ts'

/** A trained class-latent member: its network, weights by name, and its latent space. */
export interface ExportedMember { network: Architecture; weights: Record<string, WeightArray>; latent: LatentSpace }

/** The ids of the detectors that can be part of a model. */
export const exportedDetectors = Object.keys(scoreRules)

const batch = 'batch'

function imagesOf({ image: { height, width, channels } }: Architecture, name = 'images'): OnnxValue {
  return { name, type: 'float', dims: [batch, height, width, channels] }
}

/** images, batch x height x width x channels in [0, 1], to `mean`, batch x d, and `features`, batch x dense. */
export function encoderModel({ network, weights }: ExportedMember): OnnxGraph {
  const graph = new Graph()
  const { features, mean } = addEncoder(graph, network, weights, graph.input(imagesOf(network)))
  graph.output({ name: 'mean', type: 'float', dims: [batch, network.latent] }, mean)
  graph.output({ name: 'features', type: 'float', dims: [batch, network.dense] }, features)
  return graph.finish('encoder')
}

/** `mean`, batch x d, to `reconstruction`, batch x height x width x channels in [0, 1]. */
export function decoderModel({ network, weights }: ExportedMember): OnnxGraph {
  const graph = new Graph()
  const points = graph.input({ name: 'mean', type: 'float', dims: [batch, network.latent] })
  graph.output(imagesOf(network, 'reconstruction'), addDecoder(graph, network, weights, points))
  return graph.finish('decoder')
}

/**
 * The whole ensemble with its detector in one: images to `score`, batch, and `nearest`, batch, an index into the known
 * classes.
 * @param fit what the detector learnt, as it was kept
 * @throws RangeError for a detector that cannot be part of a model
 */
export function scoreModel(members: ExportedMember[], detector: string, fit: unknown): OnnxGraph {
  const rule = scoreRules[detector]
  if (!rule) throw new RangeError(`The detector "${detector}" cannot be part of a model.`)
  const graph = new Graph()
  const images = graph.input(imagesOf(members[0].network))
  const says = members.map(({ network, weights, latent }): MemberSays =>
    ({ latent, ...addEncoder(graph, network, weights, images) }))
  const row = graph.indices([-1])
  graph.output({ name: 'score', type: 'float', dims: [batch] }, graph.add('Reshape', [rule(graph, says, fit as never), row]))
  const nearest = graph.add('ArgMax', [addClassConfidences(graph, says)], { axis: 1, keepdims: 0 })
  graph.output({ name: 'nearest', type: 'int64', dims: [batch] }, nearest)
  return graph.finish('score')
}
