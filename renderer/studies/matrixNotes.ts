import type { Matrix } from '../../main/contract/studyTables.ts'
import { counted } from '../format.ts'

/** Below this, a bootstrap over classes is known to be too narrow. */
const fewestForInterval = 8

/** How a matrix is to be read. */
export function matrixNotes({ lines, seeds, places, commonCells }: Matrix): string[] {
  const hasBest = lines.some(({ best, entries }) => best || entries.some((one) => one.best))
  const isPartial = lines.some(({ complete }) => !complete)
  return [
    `AUROC of test images, known against held out${seeds.length > 1 ? `, in the mean over ${seeds.length} seeds` : ''}.`,
    'Intervals are 95 % of a bootstrap over held-out cases and seeds.',
    ...(places.length < fewestForInterval
      ? [`Of fewer than ${fewestForInterval} held-out cases, such intervals are too narrow.`] : []),
    hasBest ? 'A framed figure is above each other one of its column by the paired bootstrap after Holm.'
      : 'No best is marked: none is above each other one by the paired bootstrap after Holm.',
    ...(isPartial ? [
      `† over those cells alone that are there: not comparable with the others; “Common” is the mean over the ${
        counted(commonCells, 'cell')} that all methods with any cell share.`,
    ] : []),
  ]
}
