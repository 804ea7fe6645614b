import type { Standard } from '../../detectors/standard.ts'
import type { Graph } from './graph.ts'
import { addCloseness, addDistances, addLeast, addLogDistance, addPriorDistance, addStandard, type MemberSays } from './memberRules.ts'
import { addNeighbourDistance, type NeighbourBank } from './neighbourRule.ts'

/** Adds a detector's score, batch x 1, from what the members say and from what it learnt (its fit, as kept). */
type ScoreRule = (graph: Graph, members: MemberSays[], fit: never) => string

interface Scaled<Learnt> { learnt: Learnt; scale: Standard }
type ThreeParts = Scaled<[Scaled<null>, Scaled<null>, Scaled<NeighbourBank>]>[]

/** The detectors that can go with a network, each as its file in `detectors/` has it. */
export const scoreRules: Record<string, ScoreRule> = {
  'divergence-centre-neighbours': (graph, members, fits: ThreeParts) =>
    addMean(graph, members.map((says, m) => {
      const { learnt: [divergence, centre, neighbours], scale } = fits[m]
      const parts = [
        addStandard(graph, addLogDistance(graph, says), divergence.scale),
        addStandard(graph, addCloseness(graph, says), centre.scale),
        addStandard(graph, addNeighbourDistance(graph, neighbours.learnt, says.features), neighbours.scale),
      ]
      return addStandard(graph, graph.add('Sum', parts), scale)
    })),
  'divergence-and-centre': (graph, members, fit: { divergence: Standard[]; centre: Standard[] }) =>
    addMean(graph, members.map((says, m) => graph.add('Add', [
      addStandard(graph, addLogDistance(graph, says), fit.divergence[m]),
      addStandard(graph, addCloseness(graph, says), fit.centre[m]),
    ]))),
  divergence: (graph, members) => {
    const confidences = members.map((says) => addConfidence(graph, addLeast(graph, addDistances(graph, says))))
    return graph.add('Neg', [addLogMean(graph, graph.add('Concat', confidences, { axis: 1 }), 1, members.length)])
  },
  'divergence-by-class': (graph, members) =>
    graph.add('Neg', [graph.add('ReduceMax', [addClassConfidences(graph, members)], { axes: [1], keepdims: 1 })]),
  centre: (graph, members) => addMean(graph, members.map((says) => addCloseness(graph, says))),
  'prior-distance': (graph, members) => addMean(graph, members.map((says) => addPriorDistance(graph, says))),
}

/** log( mean_m exp(-D_mk^2 / 2) ), batch x classes: whose largest is the nearest class. */
export function addClassConfidences(graph: Graph, members: MemberSays[]): string {
  const all = members.map((says) =>
    graph.add('Unsqueeze', [addConfidence(graph, addDistances(graph, says)), graph.indices([0])]))
  const mean = addLogMean(graph, graph.add('Concat', all, { axis: 0 }), 0, members.length)
  return graph.add('Squeeze', [mean, graph.indices([0])])
}

const addConfidence = (graph: Graph, squares: string): string => graph.add('Mul', [squares, graph.floats([-0.5])])

const addMean = (graph: Graph, values: string[]): string => graph.add('Mean', values)

function addLogMean(graph: Graph, values: string, axis: number, count: number): string {
  const sum = graph.add('ReduceLogSumExp', [values], { axes: [axis], keepdims: 1 })
  return graph.add('Sub', [sum, graph.floats([Math.log(count)])])
}
