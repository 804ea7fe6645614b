import type { ComparedPair } from '../../main/contract/comparisons.ts'
import { metric } from '../format.ts'

const signed = (value: number) => `${value > 0 ? '+' : ''}${metric(value).replace('-', '−')}`

/** "+0.012" */
export const differenceWords = ({ estimate }: { estimate: number }): string => signed(estimate)

/** "−0.004 to +0.028" */
export const intervalWords = ({ interval: [lower, upper] }: Pick<NonNullable<ComparedPair['difference']>, 'interval'>): string =>
  `${signed(lower)} to ${signed(upper)}`

/** A probability as it is usually written. */
export const pWords = (p: number): string => (p < 0.001 ? '< 0.001' : metric(p))
