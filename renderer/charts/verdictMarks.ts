import { t } from '../words/words.ts'
import { anomalyMark, classMark, type Mark, otherMark } from './classMarks.ts'

/** A kind of verdict as it is drawn: its place is its number, 0 for an image that nobody has judged. */
export const verdictMarks: { name: string; mark: Mark }[] = [
  { name: t('not judged'), mark: otherMark },
  { name: t('anomaly'), mark: anomalyMark },
  { name: t('normal'), mark: { ...classMark(0), shape: 'circle' } },
  { name: t('mislabelled'), mark: { ...classMark(4), shape: 'triangle' } },
  { name: t('unsure'), mark: { ...classMark(1), shape: 'diamond' } },
]
