import { midranks, rankCorrelation } from './ranks.ts'

/**
 * Spearman's rank correlation: Pearson's of the ranks, ties sharing the mean of theirs.
 *
 * @param first n numbers. @param second n numbers.
 * @returns from -1 to 1; NaN where one of the two does not vary
 * @throws RangeError where the lengths differ or there are fewer than two.
 */
export function spearman(first: ArrayLike<number>, second: ArrayLike<number>): number {
  if (first.length !== second.length || first.length < 2) {
    throw new RangeError(`A correlation needs two lists of one length, not ${first.length} and ${second.length} numbers.`)
  }
  return rankCorrelation(midranks(first), midranks(second))
}
