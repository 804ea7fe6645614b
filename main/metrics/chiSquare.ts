import { lowerGamma, upperGamma } from './gamma.ts'

/**
 * P(X > x) for a chi-square variable of k degrees of freedom; small tails keep their relative accuracy. The
 * squared Mahalanobis distance of a Gaussian in k dimensions is such a variable.
 *
 * @throws RangeError unless k is above 0 and finite and x is a number.
 */
export function chiSquareTail(x: number, freedom: number): number {
  check(x, freedom)
  return x <= 0 ? 1 : upperGamma(freedom / 2, x / 2)
}

/** P(X <= x) for a chi-square variable of k degrees of freedom. */
export function chiSquareCdf(x: number, freedom: number): number {
  check(x, freedom)
  return x <= 0 ? 0 : lowerGamma(freedom / 2, x / 2)
}

/**
 * The x with P(X <= x) = p; for a p near 1 call `chiSquareTailQuantile(1 - p)` with the tail as you know it.
 */
export function chiSquareQuantile(p: number, freedom: number): number {
  checkProbability(p)
  check(0, freedom)
  if (p === 0 || p === 1) return p === 0 ? 0 : Infinity
  return bisect((x) => chiSquareCdf(x, freedom) >= p)
}

/** The x with P(X > x) = q, for tails of any smallness. */
export function chiSquareTailQuantile(q: number, freedom: number): number {
  checkProbability(q)
  check(0, freedom)
  if (q === 0 || q === 1) return q === 0 ? Infinity : 0
  return bisect((x) => chiSquareTail(x, freedom) <= q)
}

/**
 * The least positive number at which a condition that stays true once it is holds, to the last digit but few.
 */
function bisect(reached: (x: number) => boolean): number {
  let high = 1
  while (!reached(high)) high *= 2
  let low = high / 2
  while (low > 0 && reached(low)) low /= 2
  for (let middle = (low + high) / 2; middle > low && middle < high; middle = (low + high) / 2) {
    if (reached(middle)) high = middle
    else low = middle
  }
  return high
}

function check(x: number, freedom: number) {
  if (Number.isNaN(x)) throw new RangeError('A chi-square value must be a number.')
  if (!(freedom > 0 && Number.isFinite(freedom))) {
    throw new RangeError(`Degrees of freedom must be a positive number, not ${freedom}.`)
  }
}

function checkProbability(p: number) {
  if (!(p >= 0 && p <= 1)) throw new RangeError(`A probability lies between 0 and 1, ${p} does not.`)
}
