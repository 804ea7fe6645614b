import type { CurveBand } from '../../main/contract/curves.ts'
import { type ThresholdCurve, thinned } from '../results/curvePoints.ts'
import { t } from '../words/words.ts'
import { bandParts, curveLine, curveMargins, guideLine, shareAxis } from './curveParts.ts'
import type { EChartsOption } from './echarts.ts'
import { gridOf } from './plotMargins.ts'
import type { Colours } from './useColours.ts'

/**
 * Precision against recall with its band.
 * @param prevalence the share of anomalies: the precision of flagging at random
 */
export function precisionRecallOption(
  curve: ThresholdCurve, band: CurveBand | null, prevalence: number, colour: Colours,
): EChartsOption {
  const points = thinned(curve.points, (point) => point)
  return {
    animation: false, grid: gridOf(curveMargins), tooltip: { show: false },
    xAxis: shareAxis(t('Recall: held-out images flagged'), 24, colour),
    yAxis: shareAxis(t('Precision: held out of the flagged'), 46, colour),
    series: [
      ...(band ? bandParts(band, 0, colour) : []), guideLine([[0, prevalence], [1, prevalence]], colour),
      curveLine(points, colour),
    ],
  } as EChartsOption
}
