import type { RandomSource } from '../../metrics/bootstrap.ts'
import { hierarchicalBootstrap } from '../../metrics/hierarchicalBootstrap.ts'
import { type Interval } from '../../metrics/interval.ts'

/** Where a table's resampling takes its random numbers from: the same name gives the same numbers. */
export interface Resampling {
  random(name: string): RandomSource
  /** 10,000 where left out. */
  resamples?: number
}

/**
 * The 95 % interval of a mean over classes and seeds; null where there is only one value, of which nothing is known
 * but itself.
 * @param values for each class the metric of each seed; at least one class, none empty
 */
export function meanInterval(values: number[][], name: string, { random, resamples }: Resampling): Interval | null {
  if (values.flat().length < 2) return null
  return hierarchicalBootstrap(values, random(`${name}/interval`), { resamples })
}
