import type { CurvePoint } from '../../main/contract/ensembles.ts'
import { count } from '../format.ts'
import { t } from '../words/words.ts'
import type { ChartTable } from './chart.ts'

/** A row for each epoch of each member, with all of its figures, whichever of them the chart shows. */
export function curveTable(curves: CurvePoint[][]): ChartTable {
  return {
    columns: [
      { title: t('Member'), write: count }, { title: t('Epoch'), write: count }, { title: t('Step'), write: count },
      { title: t('Loss') }, { title: t('Validation loss') }, { title: t('Reconstruction') }, { title: t('Divergence') },
      { title: t('Learning rate') }, { title: t('Seconds') },
    ],
    rows: curves.flatMap((curve, member) => curve.map((point) => [
      member + 1, point.epoch, point.step, point.loss, point.validationLoss, point.reconstruction, point.divergence,
      point.learningRate, point.seconds,
    ])),
  }
}
