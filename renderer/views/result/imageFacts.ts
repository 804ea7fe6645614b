import type { ImageRow } from '../../../main/contract/imageSets.ts'
import { count, percent, score } from '../../format.ts'
import { roleNames, roles } from '../../results/roles.ts'
import type { ScoredImages } from '../../results/scoredImages.ts'

/** What is said of an image: `strong` where it speaks of an anomaly. */
export interface ImageFact { name: string; value: string; strong?: boolean }

const splits = { train: 'training', validation: 'validation', test: 'test' }

/**
 * @param rank from 1 among those shown; 0 where it is not one of them
 * @param row what is stored of the image, once it is there
 */
export function imageFacts(
  images: ScoredImages, position: number, threshold: number, rank: number, shown: number,
  row: ImageRow | null,
): ImageFact[] {
  const { scores, labels, role, nearest, set, trainedClasses } = images
  const flagged = scores[position] > threshold
  const place = `${count(rank)} of ${count(shown)} (top ${percent(rank / shown)})`
  const verdict = flagged ? 'flagged' : 'not flagged'
  const name = set.classes[labels[position]] ?? 'none'
  return [
    { name: 'Score', value: `${score(scores[position])}, ${verdict}`, strong: flagged },
    { name: 'Rank', value: rank > 0 ? place : 'not among those shown' },
    { name: 'Class', value: `${name} (${roleNames[roles[role[position]]]})` },
    { name: 'Nearest class', value: trainedClasses[nearest[position]] ?? 'none' },
    { name: 'Split', value: row ? splits[row.split] : '…' },
    { name: 'Original', value: row ? `${row.width} × ${row.height}` : '…' },
  ]
}
