import type { RankedImage } from '../contract/scores.ts'
import type { ReportInput } from './reportInput.ts'

const splitNames = ['train', 'validation', 'test'] as const

export type Role = RankedImage['role']

/**
 * Positions by falling score. Equal scores keep the snapshot's order, and what is not a number comes last.
 * @param scores Float32 x images
 * @returns Uint32 x images
 */
export function rankByScore(scores: Float32Array): Uint32Array {
  const height = (position: number) => (Number.isNaN(scores[position]) ? -Infinity : scores[position])
  const order = Uint32Array.from(scores, (_, position) => position)
  return order.sort((a, b) => (height(a) === height(b) ? a - b : height(b) - height(a)))
}

/** What a label meant in the run: class indices become known, held-out or left out, -1 unlabelled. */
export function rolesOfLabels(input: Pick<ReportInput, 'known' | 'heldOut'>): (label: number) => Role {
  const known = new Set(input.known)
  const heldOut = new Set(input.heldOut)
  return (label) => {
    if (label < 0) return 'unlabelled'
    return known.has(label) ? 'known' : heldOut.has(label) ? 'held-out' : 'left out'
  }
}

/** The images of a report, the most anomalous first. */
export function* rankedImages(input: ReportInput, order = rankByScore(input.scores)): Generator<RankedImage> {
  const roleOf = rolesOfLabels(input)
  const name = (index: number) => input.classNames[index] ?? null
  for (let rank = 0; rank < order.length; rank++) {
    const position = order[rank]
    yield {
      rank: rank + 1,
      position,
      path: input.paths[position],
      label: name(input.labels[position]),
      split: splitNames[input.splits[position]] ?? 'test',
      role: roleOf(input.labels[position]),
      score: input.scores[position],
      flagged: input.scores[position] > input.threshold,
      nearest: name(input.nearest[position]),
      verdict: input.verdicts.get(position) ?? null,
    }
  }
}
