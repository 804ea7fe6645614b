import { readFile } from 'node:fs/promises'
import type { VerdictKind } from '../contract/verdicts.ts'
import { ANOMALY, type JudgedCounts, type Judgement, judgedMarks, NORMAL, UNCOUNTED } from '../metrics/judgedMarks.ts'
import { readFloats } from './floatFiles.ts'
import type { ImportedFit } from './importScoresTask.ts'
import { marksOf } from './measures.ts'
import type { RunImages, ScoredFiles, WorkerVerdict } from './messages.ts'
import { type Assignment, readAssignment, TEST } from './runImages.ts'

/** A set's scores, and what its images count as: by label, and with verdicts in the place of labels. */
export interface CountedImages {
  scores: Float32Array; assignment: Assignment
  /** 1 for images that no member learned from and that have a score of their own. */
  isTest: Uint8Array
  byLabel: Int8Array; marks: Int8Array; counts: JudgedCounts<VerdictKind>
}

/** @param verdicts of the set's images; without any, `marks` is `byLabel` */
export async function countedImages(
  { images, classNames, scores: file, importedFit }: ScoredFiles, verdicts: WorkerVerdict[],
): Promise<CountedImages> {
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
  return { scores, assignment, isTest, byLabel, ...judgedMarks(byLabel, isTest, judgements) }
}

/** Images without a score of their own count in no figure. */
export async function unscored(fit: string | null): Promise<number[]> {
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
