import type { Histogram } from '../results/histogram.ts'
import { t } from '../words/words.ts'
import { tooltip, valueAxis } from './axes.ts'
import type { EChartsOption } from './echarts.ts'
import { gridOf } from './plotMargins.ts'
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

/** What a bin's height is: the share of its group, or the count on a logarithmic axis. */
export type HistogramHeight = 'share' | 'log'

/** Where a logarithmic axis of counts begins: a bin of one image is seen above it, and an empty one lies on it. */
const belowOne = 0.5

/**
 * The scores of several groups over one axis. As shares of itself a small group stays visible beside a large one; as
 * counts on a logarithmic axis so do few images beside many.
 */
export function histogramOption(groups: HistogramGroup[], height: HistogramHeight, colour: Colours): EChartsOption {
  const [{ histogram: { from, to } }] = groups
  const shares = valueAxis({ name: t('Share of its group'), min: 0, percent: true, gap: 40, ticks: 4 }, colour)
  const plain = valueAxis({ name: t('Images, logarithmic'), min: belowOne, gap: 38 }, colour)
  const counts = { ...plain, type: 'log' }
  return {
    animation: false,
    grid: gridOf(histogramMargins),
    tooltip: { ...tooltip(colour), show: false },
    xAxis: valueAxis({ name: t('Score: higher is stranger'), min: from, max: to, grid: false, gap: 24 }, colour),
    yAxis: height === 'share' ? shares : counts,
    series: groups.map((group) => outline(group, height, colour)),
  } as EChartsOption
}

/** A histogram's outline as a filled line: it stays readable where groups overlap. */
function outline(
  { name, colour: property, dash, histogram: { from, to, counts }, images }: HistogramGroup,
  height: HistogramHeight,
  colour: Colours,
): object {
  const edge = (i: number) => from + ((to - from) * i) / counts.length
  const floor = height === 'share' ? 0 : belowOne
  const corners = counts.flatMap((count, i) => {
    const tall = height === 'share' ? count / images : Math.max(floor, count)
    return [[edge(i), tall], [edge(i + 1), tall]]
  })
  return {
    type: 'line',
    name,
    data: [[from, floor], ...corners, [to, floor]],
    symbol: 'none',
    silent: true,
    itemStyle: { color: colour(property) },
    lineStyle: { color: colour(property), width: 1.75, type: dash, join: 'miter' },
    areaStyle: { color: colour(property), opacity: 0.16, origin: 'start' },
  }
}
