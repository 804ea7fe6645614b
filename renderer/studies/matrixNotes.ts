import type { Matrix } from '../../main/contract/studyTables.ts'
import { t } from '../words/words.ts'

/** Below this, a bootstrap over classes is known to be too narrow. */
const fewestForInterval = 8

/** How a matrix is to be read. */
export function matrixNotes({ lines, seeds, places, commonCells }: Matrix): string[] {
  const hasBest = lines.some(({ best, entries }) => best || entries.some((one) => one.best))
  const isPartial = lines.some(({ complete }) => !complete)
  return [
    seeds.length > 1
      ? t('AUROC of test images, known against held out, in the mean over {n} seeds.', { n: seeds.length })
      : t('AUROC of test images, known against held out.'),
    t('Intervals are 95 % of a bootstrap over held-out cases and seeds.'),
    ...(places.length < fewestForInterval
      ? [t('Of fewer than {n} held-out cases, such intervals are too narrow.', { n: fewestForInterval })] : []),
    hasBest ? t('A framed figure is above each other one of its column by the paired bootstrap after Holm.')
      : t('No best is marked: none is above each other one by the paired bootstrap after Holm.'),
    ...(isPartial ? [
      t('† over those cells alone that are there: not comparable with the others;'),
      t('“Common” is the mean over the {n} cell that all methods with any cell share. | “Common” is the mean over the {n} cells that all methods with any cell share.', commonCells),
    ] : []),
  ]
}
