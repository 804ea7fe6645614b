import { serve } from '../../../main/workers/channel.ts'

// Stands in for the worker that compares members: figures that follow from the members' places alone.
serve('members', async ({ detector, members }) => {
  const auroc = (m: number) => 0.8 + 0.15 / (m + 1)
  const figure = (m: number) => ({ auroc: auroc(m), lower: auroc(m) - 0.04, upper: auroc(m) + 0.03 })
  return {
    detector, readsMembers: true, normals: 40, anomalies: 10, whole: figure(0),
    alone: members.map(({ index }, m) => ({ index, figure: figure(m) })),
    sizes: members.map((_, m) => ({
      size: m + 1, draws: members.length, all: true, mean: 0.9, least: 0.85, most: 0.95,
    })),
    without: members.map(({ index }, m) => ({ index, auroc: 0.94, difference: auroc(m) - 0.94 })),
    correlations: members.map((_, a) => members.map((__, b) => (a === b ? 1 : 0.7))),
    disagreement: [{ role: 'known', images: 40, apart: 0.08 }, { role: 'held-out', images: 10, apart: 0.21 }],
  }
})
