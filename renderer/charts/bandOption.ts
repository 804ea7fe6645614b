import { metric } from '../format.ts'
import { t } from '../words/words.ts'
import { categoryAxis, tooltip, valueAxis } from './axes.ts'
import type { Mark } from './classMarks.ts'
import type { EChartsOption } from './echarts.ts'
import type { Colours } from './useColours.ts'

/** A figure with the ends of its interval, where it has one. */
export interface BandPoint { at: string; mean: number | null; lower: number | null; upper: number | null }

/** A line with a band around it. */
export interface BandCurve { name: string; mark: Mark; dash: 'solid' | number[]; points: BandPoint[] }

/**
 * Curves over the same steps, drawn the same distance apart whatever their values, with their intervals as bands.
 * @param steps in their order along the axis
 */
export function bandOption(curves: BandCurve[], steps: string[], axis: string, colour: Colours): EChartsOption {
  return {
    animation: false,
    grid: { left: 58, right: 16, top: 12, bottom: 40 },
    xAxis: categoryAxis(axis, steps, colour),
    yAxis: valueAxis({ name: t('Mean AUROC'), gap: 42 }, colour),
    tooltip: {
      ...tooltip(colour), trigger: 'item',
      formatter: ({ seriesName, dataIndex }: Hovered) => tip(curves, seriesName, steps[dataIndex]),
    },
    series: curves.flatMap((curve) => [...band(curve, steps, colour), line(curve, steps, colour)]),
  } as EChartsOption
}

interface Hovered { seriesName: string; dataIndex: number }

const pointAt = ({ points }: BandCurve, step: string) => points.find(({ at }) => at === step)

function line(curve: BandCurve, steps: string[], colour: Colours): object {
  const drawn = colour(curve.mark.colour)
  const { shape, hollow } = curve.mark
  return {
    type: 'line', name: curve.name, data: steps.map((step) => pointAt(curve, step)?.mean ?? null),
    symbol: shape === 'cross' ? 'circle' : hollow ? `empty${shape[0].toUpperCase()}${shape.slice(1)}` : shape,
    symbolSize: 7, showSymbol: true, itemStyle: { color: drawn }, connectNulls: true, z: 3,
    lineStyle: { color: drawn, width: 1.75, type: curve.dash }, emphasis: { focus: 'none' },
  }
}

/** From the lower end up to the upper one: two lines that are not drawn, stacked, with the area between them. */
function band(curve: BandCurve, steps: string[], colour: Colours): object[] {
  const ends = steps.map((step) => {
    const { lower, upper } = pointAt(curve, step) ?? {}
    return lower == null || upper == null ? [null, null] : [lower, upper - lower]
  })
  const part = (which: number, opacity: number) => ({
    type: 'line', name: `${curve.name}, band`, stack: curve.name, data: ends.map((pair) => pair[which]), symbol: 'none',
    silent: true, lineStyle: { opacity: 0 }, areaStyle: { color: colour(curve.mark.colour), opacity }, z: 1,
  })
  return [part(0, 0), part(1, 0.13)]
}

function tip(curves: BandCurve[], name: string, step: string): string {
  const point = curves.filter((curve) => curve.name === name).map((curve) => pointAt(curve, step))[0]
  return point ? `${name}\n${step}: ${bandWords(point)}` : ''
}

/** "0.961 (0.952 to 0.970)" */
export function bandWords({ mean, lower, upper }: BandPoint): string {
  if (mean === null) return '–'
  return lower === null || upper === null
    ? metric(mean)
    : t('{mean} ({from} to {to})', { mean: metric(mean), from: metric(lower), to: metric(upper) })
}
