import { percent } from '../format.ts'
import type { RocCurve } from '../results/rocCurve.ts'
import type { ChartTable } from './chart.ts'

/** The corners of a ROC curve, from the threshold that flags nothing to the one that flags everything. */
export function rocTable({ points, thresholds }: RocCurve): ChartTable {
  return {
    columns: [
      { title: 'Flagged above' },
      { title: 'Known images flagged', write: percent },
      { title: 'Held-out images flagged', write: percent },
    ],
    // Above nothing lies everything: no number says that.
    rows: points.map(([known, heldOut], i) => [finite(thresholds[i]), known, heldOut]),
  }
}

const finite = (value: number) => (Number.isFinite(value) ? value : null)
