import type { AurocFigure, MemberComparison } from '../../contract/members.ts'
import type { Evidence, FitImages } from '../../detectors/detector.ts'
import { detectorNamed } from '../../detectors/registry.ts'
import { midranks, rankCorrelation, ranksApart } from '../../metrics/ranks.ts'
import { ofMembers } from '../cell/someEvidence.ts'
import { mostDraws, subEnsembles } from '../cell/subEnsembles.ts'
import { metricsOf } from '../measures.ts'
import type { MembersJob } from '../messages.ts'

/** What is learnt from, what is tested, and which of the tested images are anomalies (1). */
export interface ComparedEvidence { own: Evidence; images: FitImages; tested: Evidence; marks: number[] }

type Compared = Pick<MembersJob, 'detector' | 'seed'> & { members: Pick<MembersJob['members'][number], 'index'>[] }

/** Every figure of the comparison. Sub-ensembles are fitted anew: a merge is not the mean of its members' figures. */
export async function compareMembers(
  { detector: id, members, seed }: Compared, evidence: ComparedEvidence,
): Promise<MemberComparison> {
  const { reads, fewestMembers = 1 } = detectorNamed(id).description
  const anomalies = evidence.marks.reduce((sum, mark) => sum + mark, 0)
  const counts = { normals: evidence.marks.length - anomalies, anomalies }
  if (reads === 'pixels') return { ...nothing(id), ...counts }
  const scored = new ScoredSubsets(id, evidence)
  const all = members.map((_, m) => m)
  const alone = fewestMembers > 1 ? [] : await Promise.all(all.map((m) => scored.of([m])))
  const whole = scored.figure(await scored.of(all))
  const ranks = alone.map(midranks)
  return {
    detector: id, readsMembers: true, ...counts, whole,
    alone: members.map(({ index }, m) => ({ index, figure: alone[m] ? scored.figure(alone[m]) : null })),
    sizes: whole ? await bySize(scored, members.length, fewestMembers, seed) : [],
    without: whole && all.length > fewestMembers ? await withoutEach(scored, members, whole) : [],
    correlations: ranks.map((a) => ranks.map((b) => finite(rankCorrelation(a, b)))),
    disagreement: disagreementOf(ranks, evidence.marks),
  }
}

/** Scores whose ranks are all tied agree with no others. */
const finite = (value: number) => (Number.isFinite(value) ? value : 0)

function nothing(detector: string): MemberComparison {
  return {
    detector, readsMembers: false, normals: 0, anomalies: 0, whole: null, alone: [], sizes: [], without: [],
    correlations: [], disagreement: [],
  }
}

/** Scores of the tested images by some of the members, each sub-ensemble once. */
class ScoredSubsets {
  readonly #id: string
  readonly #evidence: ComparedEvidence
  readonly #kept = new Map<string, Promise<Float32Array>>()

  constructor(id: string, evidence: ComparedEvidence) {
    this.#id = id
    this.#evidence = evidence
  }

  of(chosen: number[]): Promise<Float32Array> {
    const found = this.#kept.get(chosen.join()) ?? this.#score(chosen)
    this.#kept.set(chosen.join(), found)
    return found
  }

  /** Null where there is no anomaly or no normal to measure by. */
  figure(scores: Float32Array): AurocFigure | null {
    const metrics = metricsOf([...scores], this.#evidence.marks)
    return metrics && { auroc: metrics.auroc, lower: metrics.aurocInterval[0], upper: metrics.aurocInterval[1] }
  }

  /** Rounded as scores are kept, so that the whole ensemble's figure is that of its stored scores. */
  async #score(chosen: number[]): Promise<Float32Array> {
    const { own, images, tested } = this.#evidence
    const detector = detectorNamed(this.#id)
    const fit = await detector.fit(ofMembers(own, chosen), images)
    return Float32Array.from(await detector.score(ofMembers(tested, chosen), fit))
  }
}

async function bySize(
  scored: ScoredSubsets, members: number, fewest: number, seed: number,
): Promise<MemberComparison['sizes']> {
  const sizes: MemberComparison['sizes'] = []
  for (let size = fewest; size <= members; size++) {
    const aurocs: number[] = []
    const chosen = subEnsembles(members, size, seed)
    for (const some of chosen) aurocs.push(scored.figure(await scored.of(some))!.auroc)
    const mean = aurocs.reduce((sum, auroc) => sum + auroc, 0) / aurocs.length
    const all = binomial(members, size) <= mostDraws
    sizes.push({ size, draws: aurocs.length, all, mean, least: Math.min(...aurocs), most: Math.max(...aurocs) })
  }
  return sizes
}

function binomial(n: number, k: number): number {
  return k === 0 ? 1 : Math.round((binomial(n - 1, k - 1) * n) / k)
}

async function withoutEach(
  scored: ScoredSubsets, members: Compared['members'], whole: AurocFigure,
): Promise<MemberComparison['without']> {
  const figures: MemberComparison['without'] = []
  for (const [m, { index }] of members.entries()) {
    const others = members.flatMap((_, other) => (other === m ? [] : [other]))
    const { auroc } = scored.figure(await scored.of(others))!
    figures.push({ index, auroc, difference: whole.auroc - auroc })
  }
  return figures
}

function disagreementOf(ranks: Float64Array[], marks: number[]): MemberComparison['disagreement'] {
  if (ranks.length < 2) return []
  const apart = ranksApart(ranks)
  return (['known', 'held-out'] as const).flatMap((role, mark) => {
    const ofRole = [...apart].filter((_, i) => marks[i] === mark)
    if (ofRole.length === 0) return []
    return [{ role, images: ofRole.length, apart: ofRole.reduce((sum, value) => sum + value, 0) / ofRole.length }]
  })
}
