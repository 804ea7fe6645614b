import type { CurveBand } from '../../main/contract/curves.ts'
import { type Point, type ThresholdCurve, thinned } from '../results/curvePoints.ts'
import type { RateScale } from '../results/rateScale.ts'
import { t } from '../words/words.ts'
import { bandParts, curveLine, curveMargins, guideLine, shareAxis } from './curveParts.ts'
import type { EChartsOption } from './echarts.ts'
import { gridOf } from './plotMargins.ts'
import type { Colours } from './useColours.ts'

/** The ROC curve with its band. What moves lies over it, so that it is drawn once. */
export function rocOption(roc: ThresholdCurve, band: CurveBand | null, scale: RateScale, colour: Colours): EChartsOption {
  const { least } = scale
  const place = ([x, y]: Point): Point => [scale.place(x), y]
  const points = thinned(roc.points, place).map(([x, y]): Point => [Math.max(x, least), y])
  return {
    animation: false, grid: gridOf(curveMargins), tooltip: { show: false },
    xAxis: shareAxis(t('Known images flagged'), 24, colour, least),
    yAxis: shareAxis(t('Held-out images flagged'), 46, colour),
    series: [...(band ? bandParts(band, least, colour) : []), guideLine(chance(least), colour), curveLine(points, colour)],
  } as EChartsOption
}

/** Flagging as many of the one as of the other; on a logarithmic axis that line is bent. */
const chance = (least: number): Point[] =>
  Array.from({ length: 61 }, (_, i): Point => (least > 0 ? [least ** (1 - i / 60), least ** (1 - i / 60)] : [i / 60, i / 60]))
