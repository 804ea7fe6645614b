import { verdictLooks } from '../verdicts/kinds.ts'
import { t } from '../words/words.ts'
import { anomalyMark, classMark, type Mark, otherMark } from './classMarks.ts'

/** A kind of verdict as it is drawn: its place is its number, 0 for an image that nobody has judged. */
export const verdictMarks: { name: string; mark: Mark }[] = [
  { name: t('not judged'), mark: otherMark },
  { name: verdictLooks.anomaly.word, mark: anomalyMark },
  { name: verdictLooks.normal.word, mark: { ...classMark(0), shape: 'circle' } },
  { name: verdictLooks.mislabelled.word, mark: { ...classMark(4), shape: 'triangle' } },
  { name: verdictLooks.unsure.word, mark: { ...classMark(1), shape: 'diamond' } },
]
