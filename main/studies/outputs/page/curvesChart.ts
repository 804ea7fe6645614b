import { valueAxis } from '../../../reports/charts/axes.ts'
import type { ChartFrame } from '../../../reports/charts/svgChart.ts'
import { svgChart } from '../../../reports/charts/svgChart.ts'
import type { Markup } from '../../../reports/page/markup.ts'

/** One value of a curve, with the ends of its interval where it has one. */
export interface CurvePoint { step: number; mean: number; lower: number; upper: number }

export interface Curve { colour: string; dash: number[] | 'solid'; points: CurvePoint[] }

/** Curves over the same steps, drawn the same distance apart whatever their values. */
export interface CurvesPicture { name: string; steps: string[]; curves: Curve[]; span: [number, number] }

const still = { silent: true, emphasis: { disabled: true } }

/** Mean AUROCs as curves, their intervals as upright strokes that stand beside one another. */
export function curvesChart({ name, steps, curves, span: [min, max] }: CurvesPicture, frame: ChartFrame): Markup {
  const apart = Math.min(0.06, 0.5 / curves.length)
  const series = curves.flatMap((curve, c) => curveSeries(curve, (c - (curves.length - 1) / 2) * apart))
  const steady = valueAxis({ name, min: -0.5, max: steps.length - 0.5, grid: false }, 32)
  return svgChart(
    {
      grid: { left: 70, right: 16, top: 14, bottom: 52 },
      xAxis: { ...steady, interval: 0.5, axisTick: { show: false }, axisLabel: stepLabels(steps) },
      yAxis: valueAxis({ name: 'Mean AUROC', min, max }, 48),
      series,
    },
    frame,
  )
}

/** The axis has a tick at each half step: only whole ones have a name. */
function stepLabels(steps: string[]): object {
  const formatter = (value: number) => steps[value] ?? ''
  return { color: 'var(--muted)', fontSize: 13, formatter }
}

function curveSeries({ colour, dash, points }: Curve, shift: number): object[] {
  const line = {
    type: 'line', data: points.map(({ step, mean }) => [step + shift, mean]), symbol: 'circle', symbolSize: 7,
    showAllSymbol: true, itemStyle: { color: colour }, lineStyle: { color: colour, width: 2, type: dash }, ...still,
  }
  const strokes = points.filter(({ lower, upper }) => upper > lower).map(({ step, lower, upper }) => ({
    type: 'line', data: [[step + shift, lower], [step + shift, upper]], symbol: 'none',
    lineStyle: { color: colour, width: 1.3, opacity: 0.7 }, ...still,
  }))
  return [...strokes, line]
}

/** The span of AUROCs that holds all curves, out to whole hundredths. */
export function spanOf(curves: Curve[]): [number, number] {
  const points = curves.flatMap((curve) => curve.points)
  const least = Math.min(...points.map(({ mean, lower }) => Math.min(mean, lower)))
  const most = Math.max(...points.map(({ mean, upper }) => Math.max(mean, upper)))
  return [Math.max(0, Math.floor(least * 100 - 0.5) / 100), Math.min(1, Math.ceil(most * 100 + 0.5) / 100)]
}
