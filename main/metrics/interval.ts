/** An estimate with a confidence interval. */
export interface Interval {
  estimate: number
  lower: number
  upper: number
}

/** The share of either tail that an interval of this confidence leaves out. */
export function tailOf(confidence: number): number {
  if (!(confidence > 0 && confidence < 1)) {
    throw new RangeError(`A confidence lies between 0 and 1, as 0.95 does, ${confidence} does not.`)
  }
  return (1 - confidence) / 2
}

/** The interval between two quantiles of resampled estimates; the array is sorted in place. */
export function percentileInterval(estimate: number, resampled: Float64Array, confidence: number): Interval {
  const tail = tailOf(confidence)
  resampled.sort()
  return { estimate, lower: quantile(resampled, tail), upper: quantile(resampled, 1 - tail) }
}

/**
 * The p-quantile of rising numbers, linear between the neighbours: at position p (n-1), as NumPy's default.
 *
 * @throws RangeError where there is no number or p lies outside 0 to 1.
 */
export function quantile(sorted: ArrayLike<number>, p: number): number {
  if (sorted.length === 0) throw new RangeError('A quantile needs at least one number.')
  if (!(p >= 0 && p <= 1)) throw new RangeError(`A probability lies between 0 and 1, ${p} does not.`)
  const position = p * (sorted.length - 1)
  const first = Math.floor(position)
  const [before, after] = [sorted[first], sorted[Math.ceil(position)]]
  return before === after ? before : before + (position - first) * (after - before)
}
