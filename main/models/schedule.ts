export type ScheduleName = 'constant' | 'one-cycle'

const WARM_UP = 0.25

/**
 * The learning rate of a step. `one-cycle` (Smith 2018) rises by half a cosine from a 25th of the rate over the
 * first quarter of the steps, then falls by half a cosine to a 10,000th.
 * @param step counted from 1 to `steps`
 */
export function learningRateAt(name: ScheduleName, rate: number, step: number, steps: number): number {
  if (name === 'constant') return rate
  const warm = Math.max(1, Math.round(steps * WARM_UP))
  if (step <= warm) return rise(rate / 25, rate, step / warm)
  return rise(rate, rate / 10_000, (step - warm) / Math.max(1, steps - warm))
}

const rise = (from: number, to: number, share: number): number =>
  from + (to - from) * (1 - Math.cos(Math.PI * share)) / 2
