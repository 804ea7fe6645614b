import type { CurvePoint } from '../../main/contract/ensembles.ts'
import { count } from '../format.ts'
import type { ChartTable } from './chart.ts'

/** A row for each epoch of each member, with all of its figures, whichever of them the chart shows. */
export function curveTable(curves: CurvePoint[][]): ChartTable {
  return {
    columns: [
      { title: 'Member', write: count }, { title: 'Epoch', write: count }, { title: 'Step', write: count },
      { title: 'Loss' }, { title: 'Validation loss' }, { title: 'Reconstruction' }, { title: 'Divergence' },
      { title: 'Learning rate' }, { title: 'Seconds' },
    ],
    rows: curves.flatMap((curve, member) => curve.map((point) => [
      member + 1, point.epoch, point.step, point.loss, point.validationLoss, point.reconstruction, point.divergence,
      point.learningRate, point.seconds,
    ])),
  }
}
