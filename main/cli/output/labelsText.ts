import type { JudgedLabel, LabelScores } from '../../contract/labels.ts'
import { details } from './details.ts'
import { count, figure } from './format.ts'
import { heading } from './runResult.ts'
import { resultWidth } from './streams.ts'
import { table } from './table.ts'

/** Judged labels for people: how many are found by which rule, the first of the list, and where the rest is. */
export function labelsText(labels: LabelScores, top: JudgedLabel[], file: string | null): string {
  const found = details([
    ['label issues', `${count(labels.issues)} of ${count(labels.images)} (${labels.rules.labelIssue})`],
    ['foreign images', `${count(labels.strangers)} (${labels.rules.foreign})`],
  ])
  const list = top.length > 0 ? `\n\n${labelTable(top)}` : ''
  return found + list + (file ? `\n\nList: ${file}` : '')
}

function labelTable(rows: JudgedLabel[]): string {
  const columns = [
    { header: 'rank', text: ({ rank }: JudgedLabel) => String(rank), right: true },
    { header: 'finding', text: ({ finding }: JudgedLabel) => finding ?? '-' },
    { header: 'label', text: ({ label }: JudgedLabel) => label, cut: 'end' as const },
    { header: 'suggested', text: ({ suggested }: JudgedLabel) => suggested, cut: 'end' as const },
    { header: 'score', text: ({ score }: JudgedLabel) => figure(score), right: true },
    { header: 'foreign', text: ({ foreign }: JudgedLabel) => (foreign === null ? '-' : figure(foreign)), right: true },
    { header: 'split', text: ({ split }: JudgedLabel) => split },
    { header: 'path', text: ({ path }: JudgedLabel) => path, cut: 'middle' as const },
  ]
  return heading(table(rows, columns, resultWidth()))
}
