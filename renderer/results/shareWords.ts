import type { CountedShare } from '../../main/contract/thresholds.ts'
import { count, percent } from '../format.ts'
import { t } from '../words/words.ts'

/** "93.1 % (91.0 to 94.8 %)" */
export function shareWords({ count: part, of, lower, upper }: CountedShare): string {
  return `${percent(part / of)} (${percent(lower).replace(/\s%$/, '')}–${percent(upper)})`
}

/**
 * How many of so many new images would be flagged, with the ends of the interval.
 * @param share of those that are like them
 */
export function expectedWords({ count: part, of, lower, upper }: CountedShare, images: number): string {
  const many = (rate: number) => count(Math.round(rate * images))
  return t('{many} ({lower} to {upper})', { many: many(part / of), lower: many(lower), upper: many(upper) })
}
