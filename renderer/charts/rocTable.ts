import { percent } from '../format.ts'
import type { ThresholdCurve } from '../results/curvePoints.ts'
import { t } from '../words/words.ts'
import type { ChartTable } from './chart.ts'

/** The corners of a ROC curve, from the threshold that flags nothing to the one that flags everything. */
export function rocTable({ points, thresholds }: ThresholdCurve): ChartTable {
  return {
    columns: [
      { title: t('Flagged above') },
      { title: t('Known images flagged'), write: percent },
      { title: t('Held-out images flagged'), write: percent },
    ],
    rows: points.map(([known, heldOut], i) => [finite(thresholds[i]), known, heldOut]),
  }
}

/** Above nothing lies everything: no number says that. */
export const finite = (value: number) => (Number.isFinite(value) ? value : null)
