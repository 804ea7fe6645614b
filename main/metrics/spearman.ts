/**
 * Spearman's rank correlation: Pearson's of the ranks, ties sharing the mean of theirs.
 *
 * @param first n numbers. @param second n numbers.
 * @returns from -1 to 1; NaN where one of the two does not vary
 * @throws RangeError where the lengths differ or there are fewer than two.
 */
export function spearman(first: ArrayLike<number>, second: ArrayLike<number>): number {
  if (first.length !== second.length || first.length < 2) {
    throw new RangeError(`A correlation needs two lists of one length, not ${first.length} and ${second.length} numbers.`)
  }
  const [a, b] = [meanRanks(first), meanRanks(second)]
  const middle = (a.length + 1) / 2
  let [products, squaresA, squaresB] = [0, 0, 0]
  for (let i = 0; i < a.length; i++) {
    products += (a[i] - middle) * (b[i] - middle)
    squaresA += (a[i] - middle) ** 2
    squaresB += (b[i] - middle) ** 2
  }
  return products / Math.sqrt(squaresA * squaresB)
}

/** Ranks from 1; equal numbers share the mean of the ranks that they take up. */
export function meanRanks(values: ArrayLike<number>): Float64Array {
  const order = Uint32Array.from({ length: values.length }, (_, i) => i).sort((a, b) => values[a] - values[b])
  const ranks = new Float64Array(values.length)
  for (let start = 0; start < order.length;) {
    let end = start + 1
    while (end < order.length && values[order[end]] === values[order[start]]) end++
    for (let i = start; i < end; i++) ranks[order[i]] = (start + 1 + end) / 2
    start = end
  }
  return ranks
}
