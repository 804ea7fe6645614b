import type { Histogram } from '../results/histogram.ts'
import { tooltip, valueAxis } from './axes.ts'
import type { EChartsOption } from './echarts.ts'
import type { Colours } from './useColours.ts'

/** The drawing area's distance from the edges: what lies over the chart keeps to it. */
export const histogramMargins = { left: 54, right: 14, top: 10, bottom: 40 }

/** Images of one role: `share` of all its images is what a bin shows. */
export interface HistogramGroup {
  name: string
  colour: string
  dash: number[] | 'solid'
  histogram: Histogram
  images: number
}

/**
 * The scores of several groups over one axis, each as shares of itself: a small group stays visible beside
 * a large one.
 */
export function histogramOption(groups: HistogramGroup[], colour: Colours): EChartsOption {
  const [
    {
      histogram: { from, to },
    },
  ] = groups
  return {
    animation: false,
    grid: histogramMargins,
    tooltip: { ...tooltip(colour), show: false },
    xAxis: valueAxis({ name: 'Score: higher is stranger', min: from, max: to, grid: false, gap: 24 }, colour),
    yAxis: valueAxis({ name: 'Share of its group', min: 0, percent: true, gap: 40, ticks: 4 }, colour),
    series: groups.map((group) => outline(group, colour)),
  } as EChartsOption
}

/** A histogram's outline as a filled line: it stays readable where groups overlap. */
function outline(
  { name, colour: property, dash, histogram: { from, to, counts }, images }: HistogramGroup,
  colour: Colours,
): object {
  const edge = (i: number) => from + ((to - from) * i) / counts.length
  const corners = counts.flatMap((count, i) => [
    [edge(i), count / images],
    [edge(i + 1), count / images],
  ])
  return {
    type: 'line',
    name,
    data: [[from, 0], ...corners, [to, 0]],
    symbol: 'none',
    silent: true,
    lineStyle: { color: colour(property), width: 1.75, type: dash, join: 'miter' },
    areaStyle: { color: colour(property), opacity: 0.16 },
  }
}
