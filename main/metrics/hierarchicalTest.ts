import type { BootstrapOptions, RandomSource } from './bootstrap.ts'
import { hierarchicalEstimates, meanOverClasses } from './hierarchicalBootstrap.ts'
import { type Interval, percentileInterval } from './interval.ts'

/**
 * Tests whether the mean of paired differences is 0 by inverting the interval of `hierarchicalBootstrap` (Efron and
 * Tibshirani 1993, chapter 15): p is twice the smaller share of resampled means that lie on either side of 0, or on
 * it. One is added to the count and to the number of resamples (Davison and Hinkley 1997), so that p is never 0.
 *
 * Where all differences have the same sign, p is the smallest there is, however few classes there are. By the sign
 * test five equal signs have p = 2/2^5 = 0.06 and six 0.03: below six classes do not rely on it.
 *
 * @param differences for each class the difference of each seed. @throws RangeError as `hierarchicalBootstrap`.
 */
export function hierarchicalTest(
  differences: readonly (readonly number[])[], random: RandomSource,
  { resamples = 10_000, confidence = 0.95 }: BootstrapOptions = {},
): Interval & { p: number } {
  const means = hierarchicalEstimates(differences, random, resamples)
  const p = Math.min(1, 2 * Math.min(shareOf(means, (mean) => mean <= 0), shareOf(means, (mean) => mean >= 0)))
  return { ...percentileInterval(meanOverClasses(differences), means, confidence), p }
}

function shareOf(means: Float64Array, condition: (mean: number) => boolean): number {
  const count = means.reduce((sum, mean) => sum + (condition(mean) ? 1 : 0), 0)
  return (count + 1) / (means.length + 1)
}
