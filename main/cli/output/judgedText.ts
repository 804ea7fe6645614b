import type { JudgedMetrics } from '../../contract/scores.ts'
import { count, percent } from './format.ts'

/** A score's metrics with verdicts in the place of labels, and what they changed; nothing where nothing was judged. */
export function judgedEntries(judged: JudgedMetrics): [string, string][] {
  const { metrics, verdicts, untested } = judged
  const tests = Object.entries(verdicts).filter(([, images]) => images > 0)
  if (tests.length === 0 && untested === 0) return []
  const entries: [string, string][] = [
    ['judged tests', tests.map(([verdict, images]) => `${count(images)} ${verdict}`).join(', ') || 'none'],
    ['by verdict', changes(judged)],
  ]
  if (untested > 0) entries.push(['judged, no test', `${count(untested)}, which never count`])
  if (!metrics) return [...entries, ['as judged', 'not measurable: anomalies and normals are needed']]
  return [
    ...entries,
    ['AUROC as judged', `${metrics.auroc.toFixed(4)} (${metrics.aurocInterval.map((v) => v.toFixed(4)).join(' to ')})`],
    ['AUPR-out', metrics.auprOut.toFixed(4)],
    ['AUPR-in', metrics.auprIn.toFixed(4)],
    ['FPR@95TPR', percent(metrics.fpr95)],
    ['F1-max', metrics.f1Max.toFixed(4)],
    ['measured on', `${count(metrics.normals)} normal and ${count(metrics.anomalies)} anomalous test images`],
  ]
}

function changes({ replaced, added, leftOut }: JudgedMetrics): string {
  return [
    `${count(replaced)} count as the opposite of their label`, `${count(added)} without a label count`,
    `${count(leftOut)} no longer count`,
  ].join(', ')
}
