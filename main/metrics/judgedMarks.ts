/** What an image counts as in a metric. */
export const ANOMALY = 1
export const NORMAL = 0
export const UNCOUNTED = -1

/** What a person said of the image at a position, and what the image counts as by that. */
export interface Judgement<Kind extends string = string> { position: number; kind: Kind; mark: number }

/** How verdicts changed what images count as. */
export interface JudgedCounts<Kind extends string = string> {
  /** Judged test images by kind of verdict. */
  verdicts: Partial<Record<Kind, number>>
  /** Test images that became the opposite of their label. */
  replaced: number
  /** Test images that count by their verdict only. */
  added: number
  /** Test images that no longer count. */
  leftOut: number
  /** Judged images that are no tests and so never count. */
  untested: number
}

/**
 * Puts verdicts in the place of labels.
 *
 * @param marks n of ANOMALY, NORMAL, UNCOUNTED by label. @param isTest n marks of the images that were not learned from:
 * the only ones that may count.
 * @throws RangeError where a verdict lies outside the images.
 */
export function judgedMarks<Kind extends string>(
  marks: Int8Array, isTest: ArrayLike<number | boolean>, judgements: Iterable<Judgement<Kind>>,
): { marks: Int8Array; counts: JudgedCounts<Kind> } {
  const judged = marks.slice()
  const counts: JudgedCounts<Kind> = { verdicts: {}, replaced: 0, added: 0, leftOut: 0, untested: 0 }
  for (const { position, kind, mark } of judgements) {
    if (!(position in marks)) throw new RangeError(`There is no image ${position} among ${marks.length}.`)
    if (!isTest[position]) {
      counts.untested++
      continue
    }
    counts.verdicts[kind] = (counts.verdicts[kind] ?? 0) + 1
    if (marks[position] !== mark) counts[changeOf(marks[position], mark)]++
    judged[position] = mark
  }
  return { marks: judged, counts }
}

function changeOf(before: number, after: number): 'replaced' | 'added' | 'leftOut' {
  if (before === UNCOUNTED) return 'added'
  return after === UNCOUNTED ? 'leftOut' : 'replaced'
}
