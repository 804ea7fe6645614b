import { percent } from '../format.ts'
import type { ThresholdCurve } from '../results/curvePoints.ts'
import { t } from '../words/words.ts'
import type { ChartTable } from './chart.ts'
import { finite } from './rocTable.ts'

/** A row for each distinct score: what is found and how much of what is flagged is right, when all above it are flagged. */
export function precisionRecallTable({ points, thresholds }: ThresholdCurve): ChartTable {
  return {
    columns: [{ title: t('Flagged above') }, { title: t('Recall'), write: percent }, { title: t('Precision'), write: percent }],
    rows: points.map(([recall, precision], i) => [finite(thresholds[i]), recall, precision]),
  }
}
