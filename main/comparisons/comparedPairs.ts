import type { ComparedPair } from '../contract/comparisons.ts'
import { delongTest } from '../metrics/delong.ts'
import { holm } from '../metrics/holm.ts'
import { ANOMALY, NORMAL } from '../metrics/judgedMarks.ts'
import { spearman } from '../metrics/spearman.ts'

/** A column's scores of the common images, and its threshold. */
export interface ComparedScores { scores: Float64Array; threshold: number }

/** What the common images count as, and the anomalies' classes by name. */
export interface ComparedTruth { marks: Int8Array; classes: string[] }

export type UnwordedPair = Omit<ComparedPair, 'sentence'>
type Difference = NonNullable<ComparedPair['difference']>
type Unadjusted = Omit<Difference, 'adjusted'>

/** Each two columns; Holm's correction is over all pairs, and within a pair over its classes. */
export function comparedPairs(columns: ComparedScores[], truth: ComparedTruth): UnwordedPair[] {
  const places = columns.flatMap((_, first) =>
    columns.slice(first + 1).map((__, i) => ({ first, second: first + 1 + i })))
  const counted = rowsWhere(truth.marks, (mark) => mark === NORMAL || mark === ANOMALY)
  const differences = adjusted(places.map(({ first, second }) =>
    differenceOf(columns[first], columns[second], counted, truth.marks)))
  return places.map(({ first, second }, i) => ({
    first, second, difference: differences[i], classes: byClass(columns[first], columns[second], truth),
    correlation: correlationOf(columns[first], columns[second]),
    quadrants: {
      normals: quadrantsOf(columns[first], columns[second], rowsWhere(truth.marks, (mark) => mark === NORMAL)),
      anomalies: quadrantsOf(columns[first], columns[second], rowsWhere(truth.marks, (mark) => mark === ANOMALY)),
    },
  }))
}

function byClass(a: ComparedScores, b: ComparedScores, { marks, classes }: ComparedTruth): ComparedPair['classes'] {
  const names = [...new Set(classes.filter((_, i) => marks[i] === ANOMALY))].sort()
  const all = names.map((name) => {
    const rows = rowsWhere(marks, (mark, i) => mark === NORMAL || (mark === ANOMALY && classes[i] === name))
    return { name, images: rows.filter((row) => marks[row] === ANOMALY).length, difference: differenceOf(a, b, rows, marks) }
  })
  const differences = adjusted(all.map(({ difference }) => difference))
  return all.flatMap(({ name, images }, i) => (differences[i] ? [{ name, images, ...differences[i] }] : []))
}

/** Null where there are fewer than two of a kind. */
function differenceOf(a: ComparedScores, b: ComparedScores, rows: number[], marks: Int8Array): Unadjusted | null {
  const isAnomaly = rows.map((row) => marks[row] === ANOMALY)
  const anomalies = isAnomaly.filter(Boolean).length
  if (anomalies < 2 || rows.length - anomalies < 2) return null
  const of = ({ scores }: ComparedScores) => rows.map((row) => scores[row])
  const { estimate, lower, upper, p, degenerate } = delongTest(of(a), of(b), isAnomaly)
  return { estimate, interval: [lower, upper], p: degenerate ? 1 : p }
}

function adjusted(differences: (Unadjusted | null)[]): (Difference | null)[] {
  const there = differences.filter((one) => one !== null)
  const ps = holm(there.map(({ p }) => p))
  return differences.map((one) => one && { ...one, adjusted: ps[there.indexOf(one)] })
}

function correlationOf({ scores: a }: ComparedScores, { scores: b }: ComparedScores): number | null {
  const correlation = a.length > 1 ? spearman(a, b) : NaN
  return Number.isNaN(correlation) ? null : correlation
}

function quadrantsOf(a: ComparedScores, b: ComparedScores, rows: number[]) {
  const counts = { both: 0, first: 0, second: 0, neither: 0 }
  for (const row of rows) {
    const [byA, byB] = [a.scores[row] > a.threshold, b.scores[row] > b.threshold]
    counts[byA ? (byB ? 'both' : 'first') : byB ? 'second' : 'neither']++
  }
  return counts
}

function rowsWhere(marks: Int8Array, wanted: (mark: number, row: number) => boolean): number[] {
  return Array.from(marks.keys()).filter((row) => wanted(marks[row], row))
}
