import type { ComparedPair } from '../../main/contract/comparisons.ts'
import { metric } from '../format.ts'
import { t } from '../words/words.ts'
import { columnLooks } from './columnLooks.ts'
import type { Pair } from './pairs.ts'

const signed = (value: number) => `${value > 0 ? '+' : ''}${metric(value).replace('-', '−')}`

/** "+0.012" */
export const differenceWords = ({ estimate }: { estimate: number }): string => signed(estimate)

/** "−0.004 to +0.028" */
export const intervalWords = ({ interval: [lower, upper] }: Pick<NonNullable<ComparedPair['difference']>, 'interval'>): string =>
  t('{from} to {to}', { from: signed(lower), to: signed(upper) })

/** "A and B" */
export function pairWords(pair: Pair): string {
  const [first, second] = pair.map((column) => columnLooks[column].letter)
  return t('{first} and {second}', { first, second })
}

/** A probability as it is usually written. */
export const pWords = (p: number): string => (p < 0.001 ? '< 0.001' : metric(p))
