import type { Judgement } from './judgement.ts'

/** What an image is taken for, as it lies in a file. */
export const NOTHING = 0
export const LABEL_ISSUE = 1
export const FOREIGN = 2

/** How many interquartile ranges above the third quartile the fence stands. Chosen on planted images: docs/labels.md. */
const RANGES = 1.25

export const foreignRule = `less like any class than ${RANGES} interquartile ranges above the third quartile of all images`

/**
 * What each image is taken for, by position. It is *foreign* where its foreign score is beyond a fence (Tukey 1977) above the
 * third quartile of all judged images, Q3 + 1.25 (Q3 - Q1), which foreign images do not move as long as they are far fewer
 * than a quarter. Else it may be a *label issue*.
 * @param issues by position, 1 for a label issue
 */
export function findingsOf(issues: Uint8Array, foreign: Float64Array): Uint8Array {
  const fence = fenceOf(foreign)
  return issues.map((issue, position) => {
    if (foreign[position] > fence) return FOREIGN
    return issue ? LABEL_ISSUE : NOTHING
  })
}

/** Q3 + 1.25 (Q3 - Q1) of the numbers that are some; infinite where there are none. */
export function fenceOf(values: Float64Array): number {
  const sorted = values.filter((value) => !Number.isNaN(value)).sort()
  if (sorted.length === 0) return Infinity
  const [first, third] = [0.25, 0.75].map((share) => sorted[Math.round(share * (sorted.length - 1))])
  return third + RANGES * (third - first)
}

/**
 * The judged images in the order in which a person should look at them: what is found first, label issues and foreign
 * images in turn, each kind from its highest score, since the two scores have no common scale; then the rest by the
 * label-issue score.
 */
export function listOrder({ scores }: Judgement, foreign: Float64Array, findings: Uint8Array): Int32Array {
  const judged = [...scores.keys()].filter((position) => !Number.isNaN(scores[position]))
  const from = (finding: number, by: Float64Array) =>
    judged.filter((position) => findings[position] === finding).sort((a, b) => by[b] - by[a] || a - b)
  const found = inTurn(from(LABEL_ISSUE, scores), from(FOREIGN, foreign))
  return Int32Array.from([...found, ...from(NOTHING, scores)])
}

function inTurn(some: number[], others: number[]): number[] {
  const length = Math.max(some.length, others.length)
  return Array.from({ length }, (_, i) => [some[i], others[i]]).flat().filter((position) => position !== undefined)
}
