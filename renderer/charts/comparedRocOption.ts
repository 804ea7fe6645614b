import type { CurveBand } from '../../main/contract/curves.ts'
import type { ColumnLook } from '../comparisons/columnLooks.ts'
import { type Point, type ThresholdCurve, thinned } from '../results/curvePoints.ts'
import { t } from '../words/words.ts'
import { bandParts, curveLine, curveMargins, guideLine, shareAxis } from './curveParts.ts'
import type { EChartsOption } from './echarts.ts'
import { gridOf } from './plotMargins.ts'
import type { Colours } from './useColours.ts'

/** A column's ROC curve; `at` is where its threshold lies. */
export interface ComparedCurve { name: string; look: ColumnLook; curve: ThresholdCurve; band: CurveBand | null; at: Point }

/** ROC curves over each other, with their bands, and a point where each threshold lies. */
export function comparedRocOption(curves: ComparedCurve[], colour: Colours): EChartsOption {
  return {
    animation: false, grid: gridOf(curveMargins), tooltip: { show: false },
    xAxis: shareAxis(t('Known images flagged'), 24, colour), yAxis: shareAxis(t('Held-out images flagged'), 46, colour),
    series: [
      ...curves.flatMap((one) => bandOf(one, colour)), guideLine([[0, 0], [1, 1]], colour),
      ...curves.flatMap((one) => [lineOf(one, colour), pointOf(one, colour)]),
    ],
  } as EChartsOption
}

const itself = (point: Point) => point

/** The colours of several bands lie over each other: each is faint. */
function bandOf({ band, look, name }: ComparedCurve, colour: Colours): object[] {
  if (!band) return []
  return bandParts(band, 0, colour).map((part, i) => ({
    ...part, name: `${name}, band`, stack: name, areaStyle: { color: colour(look.colour), opacity: i === 0 ? 0 : 0.12 },
  }))
}

function lineOf({ name, look, curve }: ComparedCurve, colour: Colours): object {
  const lineStyle = { color: colour(look.colour), width: 2, type: look.dash, join: 'bevel' }
  return { ...curveLine(thinned(curve.points, itself), colour), name, lineStyle, itemStyle: { color: colour(look.colour) } }
}

function pointOf({ name, look, at }: ComparedCurve, colour: Colours): object {
  return {
    type: 'scatter', name: `${name}, threshold`, data: [at], symbolSize: 15, silent: true, z: 4,
    itemStyle: { color: colour('--page'), borderColor: colour(look.colour), borderWidth: 2 },
    label: { show: true, formatter: look.letter, color: colour('--ink'), fontSize: 10, fontWeight: 600, fontFamily: colour('--font') },
  }
}
