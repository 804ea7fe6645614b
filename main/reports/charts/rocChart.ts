import type { Markup } from '../page/markup.ts'
import { straightLine, valueAxis } from './axes.ts'
import { svgChart } from './svgChart.ts'
import type { ChartFrame } from './svgChart.ts'

export interface RocPoint {
  falsePositiveRate: number
  truePositiveRate: number
}

/** A ROC curve with the diagonal of chance and the point of the threshold in use. */
export function rocChart(curve: RocPoint[], threshold: RocPoint, frame: ChartFrame): Markup {
  return svgChart(
    {
      grid: { left: 84, right: 16, top: 14, bottom: 52 },
      xAxis: valueAxis({ name: 'Normal images flagged', min: 0, max: 1, percent: true }, 32),
      yAxis: valueAxis({ name: 'Anomalies flagged', min: 0, max: 1, percent: true }, 63),
      series: [
        straightLine(
          [
            [0, 0],
            [1, 1],
          ],
          'var(--faint)',
          [4, 4],
        ),
        {
          type: 'line',
          data: curve.map(asPair),
          symbol: 'none',
          silent: true,
          emphasis: { disabled: true },
          clip: false,
          lineStyle: { color: 'var(--accent)', width: 2.2, join: 'round' },
          areaStyle: { color: 'var(--accent)', opacity: 0.08 },
        },
        {
          type: 'scatter',
          data: [asPair(threshold)],
          symbol: 'circle',
          symbolSize: 11,
          silent: true,
          clip: false,
          emphasis: { disabled: true },
          itemStyle: { color: 'var(--page)', borderColor: 'var(--anomaly)', borderWidth: 3 },
        },
      ],
    },
    frame,
  )
}

const asPair = (point: RocPoint) => [point.falsePositiveRate, point.truePositiveRate]

/**
 * Leaves out points of a curve that no eye could tell from their neighbours, always keeping the first and the
 * last.
 */
export function thinned(curve: RocPoint[], step = 1 / 400): RocPoint[] {
  let last = curve[0]
  return curve.filter((point, i) => {
    const far =
      Math.abs(point.falsePositiveRate - last?.falsePositiveRate) >= step
      || Math.abs(point.truePositiveRate - last?.truePositiveRate) >= step
    if (i > 0 && i < curve.length - 1 && !far) return false
    last = point
    return true
  })
}
