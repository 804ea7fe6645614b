import type { Markup } from '../page/markup.ts'
import { valueAxis } from './axes.ts'
import { outline } from './palette.ts'
import type { Mark } from './palette.ts'
import { squareSpans } from './squareSpans.ts'
import { svgChart } from './svgChart.ts'
import type { ChartFrame } from './svgChart.ts'

export interface PointGroup {
  mark: Mark
  points: [number, number][]
}
export interface ClassMean {
  name: string
  mark: Mark
  at: [number, number]
}

export interface LatentPicture {
  groups: PointGroup[]
  means: ClassMean[]
  /** Radius of the sphere, where the plane shows all of it. */
  circle: number | null
  axes: [string, string]
}

const grid = { left: 62, right: 16, top: 14, bottom: 52 }
const still = { silent: true, emphasis: { disabled: true } }

/** A plane of latent space: a mark for each image, the class means by name, one unit as long up as across. */
export function latentChart({ groups, means, circle, axes }: LatentPicture, frame: ChartFrame): Markup {
  const points = [...groups.flatMap((group) => group.points), ...means.map((mean) => mean.at)]
  if (circle !== null) points.push([circle, circle], [-circle, -circle])
  const [width, height] = [frame.width - grid.left - grid.right, frame.height - grid.top - grid.bottom]
  const [across, up] = squareSpans(points, width, height)
  return svgChart(
    {
      grid,
      xAxis: valueAxis({ name: axes[0], ...across }, 32),
      yAxis: valueAxis({ name: axes[1], ...up }, 42),
      series: [circleSeries(circle), ...groups.map(pointSeries), meanSeries(means)],
    },
    frame,
  )
}

function circleSeries(radius: number | null): object {
  const angles = Array.from({ length: 121 }, (_, i) => (i * Math.PI) / 60)
  const data =
    radius === null ? [] : angles.map((angle) => [radius * Math.cos(angle), radius * Math.sin(angle)])
  const lineStyle = { color: 'var(--muted)', width: 1.2, type: [5, 4] }
  return { type: 'line', data, symbol: 'none', lineStyle, ...still }
}

function pointSeries({ mark, points }: PointGroup): object {
  const itemStyle = mark.hollow
    ? { color: 'none', borderColor: mark.colour, borderWidth: 1.3 }
    : { color: mark.colour, opacity: 0.9, borderColor: 'var(--page)', borderWidth: 0.4 }
  const symbolSize = mark.shape === 'cross' ? 6 : 6.5
  return {
    type: 'scatter',
    data: points,
    symbol: `path://${outline(mark.shape)}`,
    symbolSize,
    itemStyle,
    ...still,
  }
}

const label = {
  show: true,
  fontSize: 13,
  fontWeight: 600,
  color: 'var(--ink)',
  textBorderColor: 'var(--page)',
  textBorderWidth: 4,
  width: 130,
  overflow: 'truncate',
  distance: 6,
}

function meanSeries(means: ClassMean[]): object {
  const data = means.map(({ name, mark, at }) => ({
    value: at,
    label: { ...label, formatter: () => name, position: outwards(at, means) },
    itemStyle: { color: mark.colour, borderColor: 'var(--ink)', borderWidth: 1.6, opacity: 1 },
  }))
  const labelLayout = { moveOverlap: 'shiftY', hideOverlap: means.length > 20 }
  return { type: 'scatter', symbol: 'circle', symbolSize: 13, data, labelLayout, ...still }
}

/**
 * The side of a mean that looks away from the middle of all means: there its name meets the fewest others.
 */
function outwards(at: [number, number], means: ClassMean[]): string {
  const middle = (axis: 0 | 1) => means.reduce((sum, mean) => sum + mean.at[axis], 0) / means.length
  const [x, y] = [at[0] - middle(0), at[1] - middle(1)]
  if (Math.abs(x) > Math.abs(y)) return x > 0 ? 'right' : 'left'
  return y >= 0 ? 'top' : 'bottom'
}
