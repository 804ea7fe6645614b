import { type Interval, percentileInterval, tailOf } from './interval.ts'
import { type ScoreTable, tableOf } from './scoreTable.ts'

/** Where random numbers come from: whole numbers from 0 to n-1, each equally likely. */
export interface RandomSource {
  integer(n: number): number
}

export interface BootstrapOptions {
  /** 10,000 where left out. */
  resamples?: number
  /** 0.95 where left out. */
  confidence?: number
}

/**
 * A percentile bootstrap interval (Efron 1979) of any metric of order, for example `aurocOf`. Anomalies and
 * normals are resampled apart, so their numbers stay as they are.
 *
 * The scores are sorted once. A resample then only counts how often each distinct score was drawn, and the
 * metric is taken from the counts: O(n) a resample, without sorting.
 *
 * @param scores n anomaly scores. @param isAnomaly n marks. @param metric of counted scores.
 * @throws RangeError as `tableOf`.
 */
export function bootstrapInterval(
  scores: ArrayLike<number>, isAnomaly: ArrayLike<number | boolean>, metric: (table: ScoreTable) => number,
  random: RandomSource, { resamples = 10_000, confidence = 0.95 }: BootstrapOptions = {},
): Interval {
  checkResamples(resamples)
  tailOf(confidence)
  const table = tableOf(scores, isAnomaly)
  const next = resampler(table, random)
  const estimates = new Float64Array(resamples).map(() => metric(next()))
  return percentileInterval(metric(table), estimates, confidence)
}

/**
 * Draws resamples of counted scores, anomalies and normals apart.
 * @returns gives the next resample; it is the same object each time, filled anew.
 */
export function resampler(table: ScoreTable, random: RandomSource): () => ScoreTable {
  const anomalies = groupsOf(table.anomalies, table.anomalyCount)
  const normals = groupsOf(table.normals, table.normalCount)
  const resample = { ...table, anomalies: table.anomalies.slice(), normals: table.normals.slice() }
  return () => {
    draw(anomalies, random, resample.anomalies)
    draw(normals, random, resample.normals)
    return resample
  }
}

/** For each image of a kind, the place of its score among the distinct scores. */
function groupsOf(counts: Uint32Array, total: number): Uint32Array {
  const groups = new Uint32Array(total)
  let filled = 0
  counts.forEach((count, group) => {
    groups.fill(group, filled, filled + count)
    filled += count
  })
  return groups
}

/** Draws as many images as there are, with replacement, and counts their scores. */
function draw(groups: Uint32Array, random: RandomSource, counts: Uint32Array) {
  counts.fill(0)
  const images = groups.length
  for (let i = 0; i < images; i++) counts[groups[random.integer(images)]] += 1
}

/** Throws unless there is at least one resample. */
export function checkResamples(resamples: number) {
  if (!(Number.isInteger(resamples) && resamples >= 1)) {
    throw new RangeError(`A bootstrap needs a whole number of resamples from 1 on, not ${resamples}.`)
  }
}
