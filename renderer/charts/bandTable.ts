import { metric } from '../format.ts'
import { t } from '../words/words.ts'
import type { BandCurve } from './bandOption.ts'
import type { ChartTable } from './chart.ts'

/**
 * A row for each step of each curve: its mean and the ends of its interval.
 * @param axis what the steps are. @param value what the curves are of
 */
export function bandTable(curves: BandCurve[], axis: string, value = t('Mean AUROC')): ChartTable {
  const figure = (title: string) => ({ title, write: metric })
  return {
    columns: [{ title: t('Curve') }, { title: axis }, figure(value), figure(t('Lower end')), figure(t('Upper end'))],
    rows: curves.flatMap(({ name, points }) =>
      points.map(({ at, mean, lower, upper }) => [name, numberOr(at), mean, lower, upper])),
  }
}

/** Steps that are numbers are numbers in a file too. */
const numberOr = (step: string) => (step !== '' && Number.isFinite(Number(step)) ? Number(step) : step)
