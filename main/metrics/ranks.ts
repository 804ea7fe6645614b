/** Ranks from 1, those of ties being the mean of their places. */
export function midranks(values: ArrayLike<number>): Float64Array {
  const order = Uint32Array.from({ length: values.length }, (_, i) => i).sort((a, b) => values[a] - values[b])
  const ranks = new Float64Array(values.length)
  for (let first = 0, last = 0; first < order.length; first = last) {
    while (last < order.length && values[order[last]] === values[order[first]]) last++
    for (let i = first; i < last; i++) ranks[order[i]] = (first + last + 1) / 2
  }
  return ranks
}

/**
 * Spearman's rank correlation of two lists of ranks (Pearson's of midranks, so ties are dealt with); NaN where one of them
 * is all ties.
 */
export function rankCorrelation(a: Float64Array, b: Float64Array): number {
  const middle = (a.length + 1) / 2
  let [products, squaresA, squaresB] = [0, 0, 0]
  a.forEach((rank, i) => {
    products += (rank - middle) * (b[i] - middle)
    squaresA += (rank - middle) ** 2
    squaresB += (b[i] - middle) ** 2
  })
  return products / Math.sqrt(squaresA * squaresB)
}

/** How far apart each two of several rankings have an item, on average, as a share of the largest rank; by item. */
export function ranksApart(rankings: Float64Array[]): Float64Array {
  const pairs = (rankings.length * (rankings.length - 1)) / 2
  const items = rankings[0]?.length ?? 0
  return Float64Array.from({ length: items }, (_, item) => {
    let sum = 0
    for (let i = 0; i < rankings.length; i++)
      for (let j = 0; j < i; j++) sum += Math.abs(rankings[i][item] - rankings[j][item])
    return pairs === 0 ? 0 : sum / pairs / items
  })
}
