import { percent } from '../format.ts'
import { t } from '../words/words.ts'
import type { ChartTable } from './chart.ts'
import type { ComparedCurve } from './comparedRocOption.ts'
import { rocTable } from './rocTable.ts'

/** The corners of all curves, one curve after the other. */
export function comparedRocTable(curves: ComparedCurve[]): ChartTable {
  return {
    columns: [
      { title: t('Column') }, { title: t('Flagged above') }, { title: t('Known images flagged'), write: percent },
      { title: t('Held-out images flagged'), write: percent },
    ],
    rows: curves.flatMap(({ name, curve }) => rocTable(curve).rows.map((row) => [name, ...row])),
  }
}
