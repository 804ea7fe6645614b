import type { ComparedColumn, ComparedPair, Comparison } from '../../contract/comparisons.ts'
import { visible } from '../../reports/text.ts'
import { count, counted, percent } from './format.ts'
import { table } from './table.ts'

/** Columns are called by letters, as in a pair's sentence. */
const letter = (column: number): string => String.fromCharCode(65 + column)

/** A comparison as a person reads it: figures, pairs, and what differs. */
export function comparisonText({ columns, pairs, unlike, images, normals, anomalies, notes }: Comparison): string {
  const counts = `${counted(images, 'common image')}; ${count(normals)} normal and ${count(anomalies)} anomalous test images count.`
  return [[counts, ...notes].join('\n'), figures(columns), pairs.map(pairLine).join('\n'), differences(unlike, columns.length)]
    .filter((part) => part !== '').join('\n\n')
}

function figures(columns: ComparedColumn[]): string {
  const four = (value: number | undefined) => value?.toFixed(4) ?? '-'
  return table(columns.map((column, i) => ({ ...column, name: letter(i) })), [
    { header: '', text: ({ name }) => name },
    { header: 'AUROC', text: ({ metrics }) => four(metrics?.auroc) },
    { header: '95 % interval', text: ({ metrics }) => metrics?.aurocInterval.map(four).join(' to ') ?? '-' },
    { header: 'AUPR-out', text: ({ metrics }) => four(metrics?.auprOut) },
    { header: 'FPR@95TPR', text: ({ metrics }) => (metrics ? percent(metrics.fpr95) : '-') },
    { header: 'flagged', text: ({ flagged }) => count(flagged) },
    { header: 'score', text: ({ scoreId, ensemble, detector, imageSet }) =>
      `${scoreId}: ${ensemble}, ${detector}, ${imageSet}` },
  ])
}

function pairLine({ first, second, difference, sentence }: ComparedPair): string {
  const pair = `${letter(first)} against ${letter(second)}`
  if (!difference) return `${pair}: ${sentence}`
  const { estimate, interval: [low, high], adjusted } = difference
  return `${pair}: ${signed(estimate)} (${signed(low)} to ${signed(high)}), p = ${adjusted.toPrecision(2)} by Holm. ${visible(sentence)}`
}

const signed = (value: number): string => `${value < 0 ? '-' : '+'}${Math.abs(value).toFixed(4)}`

function differences(unlike: Comparison['unlike'], columns: number): string {
  if (unlike.length === 0) return ''
  const values = Array.from({ length: columns }, (_, i) => ({
    header: letter(i), text: (one: Comparison['unlike'][number]) => one.values[i],
  }))
  return table(unlike, [{ header: 'differs', text: ({ what }) => what }, ...values])
}
