import type { Markup } from '../page/markup.ts'
import { straightLine, valueAxis } from './axes.ts'
import { histogram } from './histogram.ts'
import type { Histogram } from './histogram.ts'
import { svgChart } from './svgChart.ts'
import type { ChartFrame } from './svgChart.ts'

export interface HistogramGroup {
  colour: string
  dash: number[] | 'solid'
  scores: number[]
}

/** As many bins as the smallest group bears: with more, it would fall apart into single images. */
function binsFor(groups: HistogramGroup[]): number {
  const smallest = Math.min(...groups.map((group) => group.scores.length))
  return Math.min(48, Math.max(10, Math.round(2 * Math.sqrt(smallest))))
}

/**
 * The scores of several groups over one axis, each group as shares of itself, and the threshold as a dashed
 * line.
 */
export function histogramChart(
  groups: HistogramGroup[],
  span: [number, number],
  threshold: number,
  frame: ChartFrame,
): Markup {
  const bins = binsFor(groups)
  const outlines = groups.map((group) => histogram(group.scores, span, bins))
  const top =
    1.08 * Math.max(0.01, ...outlines.flatMap((o, i) => o.counts.map((n) => n / groups[i].scores.length)))
  const [min, max] = span
  return svgChart(
    {
      grid: { left: 84, right: 16, top: 14, bottom: 52 },
      xAxis: valueAxis({ name: 'Score', min, max, grid: false }, 32),
      yAxis: valueAxis({ name: 'Share of its group', min: 0, max: top, percent: true }, 63),
      series: [
        ...outlines.map((outline, i) => steps(outline, groups[i])),
        straightLine(
          [
            [threshold, 0],
            [threshold, top],
          ],
          'var(--ink)',
          [5, 4],
        ),
      ],
    },
    frame,
  )
}

/** A histogram's outline as a filled line: it stays readable where groups overlap. */
function steps({ from, to, bins: n, counts }: Histogram, { colour, dash, scores }: HistogramGroup): object {
  const edge = (i: number) => from + ((to - from) * i) / n
  const corners = counts.flatMap((c, i) => [
    [edge(i), c / scores.length],
    [edge(i + 1), c / scores.length],
  ])
  return {
    type: 'line',
    data: [[from, 0], ...corners, [to, 0]],
    symbol: 'none',
    silent: true,
    emphasis: { disabled: true },
    lineStyle: { color: colour, width: 1.8, type: dash, join: 'miter' },
    areaStyle: { color: colour, opacity: 0.16 },
  }
}
