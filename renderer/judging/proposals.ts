import { metric, score } from '../format.ts'
import { t } from '../words/words.ts'

/** By what the next image to judge is chosen. */
export type Strategy = 'score' | 'threshold' | 'disagreement' | 'variety' | 'labels'

export const strategies: { value: Strategy; label: string; sentence: string }[] = [
  { value: 'score', label: t('Highest score'),
    sentence: t('What is strangest: finds the anomalies first.') },
  { value: 'threshold', label: t('Nearest the threshold'),
    sentence: t('Where a verdict says most about where the threshold belongs.') },
  { value: 'disagreement', label: t('Most disagreement'),
    sentence: t('What some members take for strange and others for known.') },
  { value: 'variety', label: t('One of each kind'),
    sentence: t('From each corner of what is flagged: the strangest, then whatever is least like those before it.') },
  { value: 'labels', label: t('Likeliest wrong label'),
    sentence: t('What the members that never saw an image would call otherwise.') },
]

/** What proposals are made from: arrays are by position in the set. */
export interface Evidence {
  /** The images that are not judged yet, the highest score first. */
  open: Uint32Array
  scores: Float32Array
  threshold: number
  /** How far the members' opinions lie apart; null where there is one member, or it was not computed. */
  disagreement: Float32Array | null
  /** Latent points, images x dimension, of the member that is shown; null while they are not there. */
  latents: { values: Float32Array; dimension: number } | null
  /** Images whose label is probably wrong, the likeliest first, with the class that they should have. */
  issues: { position: number; suggested: string }[]
}

/** An image to judge next, and why. */
export interface Proposal { position: number; reason: string }

const makers: Record<Strategy, (evidence: Evidence, most: number) => Proposal[]> = {
  score: byScore, threshold: byThreshold, disagreement: byDisagreement, variety: byVariety, labels: byLabels,
}

/** @returns at most so many, the most telling first; none where a strategy has nothing to go by */
export function proposals(strategy: Strategy, evidence: Evidence, most: number): Proposal[] {
  return makers[strategy](evidence, most)
}

function byScore({ open, scores }: Evidence, most: number): Proposal[] {
  return [...open.subarray(0, most)].map((position, i) => {
    const values = { rank: i + 1, score: score(scores[position]) }
    return { position, reason: i === 0
      ? t('Highest score not judged: {score}', values)
      : t('{rank}. highest score not judged: {score}', values) }
  })
}

function byThreshold({ open, scores, threshold }: Evidence, most: number): Proposal[] {
  const gap = (position: number) => Math.abs(scores[position] - threshold)
  return [...open].sort((a, b) => gap(a) - gap(b)).slice(0, most).map((position) => ({
    position, reason: scores[position] > threshold
      ? t('{gap} above the threshold', { gap: score(gap(position)) })
      : t('{gap} below the threshold', { gap: score(gap(position)) }),
  }))
}

function byDisagreement({ open, disagreement }: Evidence, most: number): Proposal[] {
  if (!disagreement) return []
  return [...open].sort((a, b) => disagreement[b] - disagreement[a]).slice(0, most).map((position) => ({
    position, reason: t('Members disagree: {disagreement}', { disagreement: metric(disagreement[position]) }),
  }))
}

function byLabels({ open, issues }: Evidence, most: number): Proposal[] {
  const wanted = new Set(open)
  return issues.filter(({ position }) => wanted.has(position)).slice(0, most)
    .map(({ position, suggested }) => ({ position, reason: t('Looks like “{class}”', { class: suggested }) }))
}

/** Images among which variety is looked for: enough, and quick. */
const mostFlagged = 3000

/**
 * The strangest, then each time the image farthest from all that were taken (k-center greedy, Gonzalez 1985; as a way to
 * choose what to label Sener and Savarese 2018, arXiv 1708.00489).
 */
function byVariety({ open, scores, threshold, latents }: Evidence, most: number): Proposal[] {
  if (!latents) return []
  const flagged = open.filter((position) => scores[position] > threshold).subarray(0, mostFlagged)
  const distance = Float64Array.from(flagged, () => Infinity)
  const chosen: Proposal[] = []
  for (let next = flagged.length > 0 ? 0 : -1; next >= 0 && chosen.length < most; next = farthest(distance)) {
    const reason = chosen.length === 0 ? t('The strangest of all') : t('Least like those before it')
    chosen.push({ position: flagged[next], reason })
    flagged.forEach((position, i) => {
      distance[i] = Math.min(distance[i], squared(latents.values, latents.dimension, position, flagged[next]))
    })
  }
  return chosen
}

/** Where the largest is; -1 where all are 0. */
function farthest(distance: Float64Array): number {
  let [at, largest] = [-1, 0]
  distance.forEach((one, i) => {
    if (one > largest) [at, largest] = [i, one]
  })
  return at
}

function squared(values: Float32Array, d: number, a: number, b: number): number {
  let sum = 0
  for (let i = 0; i < d; i++) sum += (values[a * d + i] - values[b * d + i]) ** 2
  return sum
}
