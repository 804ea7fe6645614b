import type { JudgedMetrics } from '../contract/scores.ts'
import { countedImages } from './countedImages.ts'
import { measureMarks } from './measures.ts'
import type { JudgeTask } from './messages.ts'

/** Measures a score as it is with what a person judged in the place of labels. */
export async function judge({ verdicts, ...files }: JudgeTask): Promise<JudgedMetrics> {
  const { scores, marks, byLabel, counts } = await countedImages(files, verdicts)
  const none = { anomaly: 0, normal: 0, mislabelled: 0, unsure: 0 }
  return {
    metrics: measureMarks(scores, marks), byLabel: measureMarks(scores, byLabel), ...counts,
    verdicts: { ...none, ...counts.verdicts },
  }
}
