import { anomalyMark, classMark, type Mark, otherMark } from './classMarks.ts'

/** A kind of verdict as it is drawn: its place is its number, 0 for an image that nobody has judged. */
export const verdictMarks: { name: string; mark: Mark }[] = [
  { name: 'not judged', mark: otherMark },
  { name: 'anomaly', mark: anomalyMark },
  { name: 'normal', mark: { ...classMark(0), shape: 'circle' } },
  { name: 'mislabelled', mark: { ...classMark(4), shape: 'triangle' } },
  { name: 'unsure', mark: { ...classMark(1), shape: 'diamond' } },
]
