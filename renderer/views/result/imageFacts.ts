import type { ImageRow } from '../../../main/contract/imageSets.ts'
import { percent, score } from '../../format.ts'
import { roleNames, roles } from '../../results/roles.ts'
import type { ScoredImages } from '../../results/scoredImages.ts'
import { t } from '../../words/words.ts'

/** What is said of an image: `strong` where it speaks of an anomaly. */
export interface ImageFact { name: string; value: string; strong?: boolean }

const splits = { train: t('training'), validation: t('validation'), test: t('test') }

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
  const place = t('{rank} of {images} (top {share})', { rank, images: shown, share: percent(rank / shown) })
  const verdict = flagged ? t('flagged') : t('not flagged')
  const name = set.classes[labels[position]] ?? t('none')
  return [
    { name: t('Score'), value: `${score(scores[position])}, ${verdict}`, strong: flagged },
    { name: t('Rank'), value: rank > 0 ? place : t('not among those shown') },
    { name: t('Class'), value: `${name} (${roleNames[roles[role[position]]]})` },
    { name: t('Nearest class'), value: trainedClasses[nearest[position]] ?? t('none') },
    { name: t('Split'), value: row ? splits[row.split] : '…' },
    { name: t('Original'), value: row ? `${row.width} × ${row.height}` : '…' },
  ]
}
