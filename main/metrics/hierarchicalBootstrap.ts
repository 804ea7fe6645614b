import { type BootstrapOptions, checkResamples, type RandomSource } from './bootstrap.ts'
import { type Interval, percentileInterval } from './interval.ts'

/**
 * A percentile bootstrap interval for a mean over held-out classes and, within each, over seeds: the classes
 * are drawn with replacement, and for each drawn class its seeds. So the interval says what other classes and
 * other seeds might have given, of which images that are resampled know nothing.
 *
 * The estimate is the mean of the classes' means, each class counting the same however many seeds it has.
 * Pass differences of two detectors to compare them. With few classes (fewer than about eight) it is too
 * narrow.
 *
 * @param values for each class the metric of each seed. @throws RangeError where a class has no value, or one
 * is not a finite number.
 */
export function hierarchicalBootstrap(
  values: readonly (readonly number[])[], random: RandomSource,
  { resamples = 10_000, confidence = 0.95 }: BootstrapOptions = {},
): Interval {
  const estimates = hierarchicalEstimates(values, random, resamples)
  return percentileInterval(meanOverClasses(values), estimates, confidence)
}

/**
 * The resampled means of `hierarchicalBootstrap`, in the order in which they were drawn.
 *
 * @throws RangeError as it.
 */
export function hierarchicalEstimates(
  values: readonly (readonly number[])[], random: RandomSource, resamples: number,
): Float64Array {
  checkResamples(resamples)
  checkClasses(values)
  return new Float64Array(resamples).map(() => {
    return meanOf(values.length, () => {
      const seeds = values[random.integer(values.length)]
      return meanOf(seeds.length, () => seeds[random.integer(seeds.length)])
    })
  })
}

/** The mean of the classes' means, each class counting the same. @throws RangeError as `hierarchicalBootstrap`. */
export function meanOverClasses(values: readonly (readonly number[])[]): number {
  checkClasses(values)
  return meanOf(values.length, (k) => meanOf(values[k].length, (s) => values[k][s]))
}

function checkClasses(values: readonly (readonly number[])[]) {
  if (values.length === 0) throw new RangeError('A bootstrap over classes needs at least one class.')
  values.forEach(checkClass)
}

function meanOf(count: number, value: (i: number) => number): number {
  let sum = 0
  for (let i = 0; i < count; i++) sum += value(i)
  return sum / count
}

function checkClass(seeds: readonly number[], k: number) {
  if (seeds.length === 0) throw new RangeError(`Class ${k} has no value to resample.`)
  const bad = seeds.findIndex((value) => !Number.isFinite(value))
  if (bad >= 0) throw new RangeError(`Value ${bad} of class ${k} is not a finite number.`)
}
