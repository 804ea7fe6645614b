import type { Metrics } from '../../contract/scores.ts'
import type { PageContent } from '../page/pageContent.ts'
import { area, count, duration, figure, percent } from '../text.ts'
import { share } from '../page/openingText.ts'
import { none, numbers, plain, type Table, words } from './table.ts'

/** The figures over the test images by label, and beside them as they are with what was judged. */
export function metricsTable({ input: { metrics }, findings: { verdicts } }: PageContent): Table {
  const judged = verdicts?.judged?.metrics ?? null
  const kinds: [string, Metrics | null][] = judged ? [['by label', metrics], ['as judged', judged]] : [['by label', metrics]]
  const columns = kinds.flatMap(([kind]) => [numbers(judged ? `Value ${kind}` : 'Value'), numbers('95\u202f% interval')])
  const rows = Object.entries(figures).map(([name, of]) =>
    plain(name, ...kinds.flatMap(([, of_]) => [of_ ? of(of_) : none, name === 'AUROC' && of_ ? interval(of_) : none])))
  return { columns: [words('Figure'), ...columns], rows: metrics || judged ? rows : [] }
}

const interval = ({ aurocInterval }: Metrics) => aurocInterval.map(area).join(' to ')

const figures: Record<string, (metrics: Metrics) => string> = {
  AUROC: ({ auroc }) => area(auroc), 'AUPR-out': ({ auprOut }) => area(auprOut), 'AUPR-in': ({ auprIn }) => area(auprIn),
  'FPR@95TPR': ({ fpr95 }) => percent(fpr95), 'F1-max': ({ f1Max }) => area(f1Max),
  'Normal test images': ({ normals }) => count(normals), 'Anomalous test images': ({ anomalies }) => count(anomalies),
}

/** How much of each class is flagged. */
export function classesTable({ counts }: PageContent): Table {
  return {
    columns: [words('Class'), words('Role'), numbers('Test images'), numbers('Flagged of these'), numbers('Share'),
      numbers('All images'), numbers('Flagged of all')],
    rows: counts.classes.map((one) => plain(
      one.name ?? 'no label', one.role, count(one.test.images), count(one.test.flagged),
      one.test.images === 0 ? none : percent(share(one.test)), count(one.images), count(one.flagged),
    )),
  }
}

/** How each member's training went. */
export function membersTable({ view: { ensemble } }: PageContent): Table {
  return {
    columns: [numbers('Member'), words('State'), numbers('Epochs'), numbers('Last loss'), numbers('Accuracy'),
      numbers('Active dimensions'), numbers('Time'), words('Device')],
    rows: (ensemble?.members ?? []).map(({ index, state, curve, health, seconds, device }) => plain(
      String(index + 1), health ? (health.healthy ? 'healthy' : 'not healthy') : state, String(curve.at(-1)?.epoch ?? none),
      curve.length > 0 ? figure(curve.at(-1)!.loss) : none, health?.accuracy == null ? none : percent(health.accuracy),
      String(health?.activeDimensions ?? none), seconds === null ? none : duration(seconds), device ?? none,
    )),
  }
}
