import type { ComparedPair, Comparison } from '../../contract/comparisons.ts'
import type { RetrainingFinding } from '../findings.ts'
import { area, count, percent } from '../text.ts'
import { none, numbers, plain, type Table, words } from './table.ts'

/** Each retraining's before and after, on the test images that both have in common. */
export function retrainingTable(retrainings: RetrainingFinding[]): Table {
  return {
    columns: [words('When'), words('Ensemble'), numbers('AUROC'), numbers('95\u202f% interval'), numbers('FPR@95TPR'),
      numbers('Anomalies found'), numbers('Missed'), numbers('Normals flagged')],
    rows: retrainings.flatMap(({ compared }) => (compared ? [row(compared, 0), row(compared, 1)] : [])),
  }
}

function row({ columns, pairs: [pair] }: Comparison, column: 0 | 1) {
  const { ensemble, metrics } = columns[column]
  const figures = metrics ? [area(metrics.auroc), metrics.aurocInterval.map(area).join(' to '), percent(metrics.fpr95)] : [none, none, none]
  const [anomalies, normals] = [pair.quadrants.anomalies, pair.quadrants.normals].map((one) => flaggedBy(one, column))
  return plain(['before', 'after'][column], ensemble, ...figures, of(anomalies), count(anomalies.of - anomalies.flagged), of(normals))
}

const of = ({ flagged, of: all }: { flagged: number; of: number }) => `${count(flagged)} of ${count(all)}`

function flaggedBy({ both, first, second, neither }: ComparedPair['quadrants']['normals'], column: 0 | 1) {
  return { flagged: both + (column === 0 ? first : second), of: both + first + second + neither }
}
