import type { CountedShare, SavedThreshold, ThresholdFigures } from '../../contract/thresholds.ts'
import { details } from './details.ts'
import { count, figure, percent } from './format.ts'
import { resultWidth } from './streams.ts'
import { table } from './table.ts'

/** Kept thresholds, one a line. */
export function thresholdsTable(thresholds: SavedThreshold[]): string {
  return table(thresholds, [
    { header: 'id', text: ({ id }) => String(id), right: true },
    { header: 'name', text: ({ name }) => name },
    { header: 'in use', text: ({ inUse }) => (inUse ? 'yes' : 'no') },
    { header: 'value', text: ({ value }) => figure(value), right: true },
    { header: 'rule', text: ({ rule }) => rule, cut: 'end' },
  ], resultWidth())
}

/** What a rule gives, for people. */
export function thresholdFiguresText(figures: ThresholdFigures): string {
  const { value, sentence, interval, optimistic, warning, flagged, recall, falsePositiveRate, precision } = figures
  const end = (one: number | null, open: string) => (one === null ? open : figure(one))
  return details([
    ['threshold', `${figure(value)} (${sentence})`],
    ['true quantile', interval
      && `${end(interval.lower, 'below all')} to ${end(interval.upper, 'above all')}, with a probability of ${percent(interval.coverage)}`],
    ['flagged', share(flagged)], ['recall', recall && share(recall)],
    ['false positives', falsePositiveRate && share(falsePositiveRate)], ['precision', precision && share(precision)],
    ['note', optimistic ? 'chosen by the labels of these very images: on new ones it will do somewhat worse' : null],
    ['warning', warning],
  ])
}

function share({ count: part, of, lower, upper }: CountedShare): string {
  if (of === 0) return 'none'
  return `${count(part)} of ${count(of)}, ${percent(part / of)} (${percent(lower)} to ${percent(upper)})`
}
