/**
 * Holm's (1979) adjustment for several tests: an adjusted p below alpha is significant with the chance of one
 * false finding among all of them held at alpha, whatever their dependence. With the p rising, the i-th of m
 * (from 0) becomes the largest of (m-j) p_j over j <= i, and at most 1.
 *
 * @param pValues m probabilities. @returns the adjusted ones, in the same order.
 * @throws RangeError where one lies outside 0 to 1.
 */
export function holm(pValues: readonly number[]): number[] {
  const bad = pValues.findIndex((p) => !(p >= 0 && p <= 1))
  if (bad >= 0) throw new RangeError(`A probability lies between 0 and 1, ${pValues[bad]} does not.`)
  const order = pValues.map((_, test) => test).sort((a, b) => pValues[a] - pValues[b])
  const adjusted = pValues.map(() => 0)
  let largest = 0
  order.forEach((test, i) => {
    largest = Math.max(largest, Math.min(1, (pValues.length - i) * pValues[test]))
    adjusted[test] = largest
  })
  return adjusted
}
