import { readFile } from 'node:fs/promises'
import type { JudgedMetrics } from '../contract/scores.ts'
import type { VerdictKind } from '../contract/verdicts.ts'
import { ANOMALY, type Judgement, judgedMarks, NORMAL, UNCOUNTED } from '../metrics/judgedMarks.ts'
import { readFloats } from './floatFiles.ts'
import type { ImportedFit } from './importScoresTask.ts'
import { marksOf, measureMarks } from './measures.ts'
import type { JudgeTask, RunImages, WorkerVerdict } from './messages.ts'
import { readAssignment, TEST } from './runImages.ts'

/** Measures a score as it is with what a person judged in the place of labels. */
export async function judge({ images, classNames, scores: file, verdicts, importedFit }: JudgeTask): Promise<JudgedMetrics> {
  const [scores, assignment] = await Promise.all([readFloats(file), readAssignment(images)])
  const isTest = assignment.splits.map((split) => Number(split === TEST))
  const byLabel = marksOf(assignment)
  for (const position of await unscored(importedFit)) {
    isTest[position] = 0
    byLabel[position] = UNCOUNTED
  }
  const markOf = markOfVerdict(images, classNames)
  const judgements = verdicts.map((one): Judgement<VerdictKind> => ({
    position: one.position, kind: one.verdict, mark: markOf(one),
  }))
  const { marks, counts } = judgedMarks(byLabel, isTest, judgements)
  const none = { anomaly: 0, normal: 0, mislabelled: 0, unsure: 0 }
  return {
    metrics: measureMarks(scores, marks), byLabel: measureMarks(scores, byLabel), ...counts,
    verdicts: { ...none, ...counts.verdicts },
  }
}

/** Images without a score of their own count in no figure. */
async function unscored(fit: string | null): Promise<number[]> {
  return fit === null ? [] : (JSON.parse(await readFile(fit, 'utf8')) as ImportedFit).missing
}

/**
 * A mislabelled image counts as the images of its right class do: as an anomaly where the ensemble does not know that
 * class, and not at all where the class was left out, or none is named.
 */
function markOfVerdict({ known, heldOut }: RunImages, classNames: string[]): (verdict: WorkerVerdict) => number {
  const markOfClass = (name: string) => {
    const label = classNames.indexOf(name)
    if (known.includes(label)) return NORMAL
    return label < 0 || heldOut.includes(label) ? ANOMALY : UNCOUNTED
  }
  return ({ verdict, class: name }) => {
    if (verdict === 'anomaly') return ANOMALY
    if (verdict === 'normal') return NORMAL
    return verdict === 'mislabelled' && name !== null ? markOfClass(name) : UNCOUNTED
  }
}
