import { valueAxis } from './axes.ts'
import type { EChartsOption } from './echarts.ts'
import type { Mark } from './classMarks.ts'
import type { Colours } from './useColours.ts'

/** Scores of one column against another's, as a saved picture has them. */
export interface ScatterParts {
  axes: [string, string]
  log: [boolean, boolean]
  thresholds: [number, number]
  groups: { name: string; mark: Mark; scores: [number, number][] }[]
}

export function scoreScatterOption({ axes, log, thresholds, groups }: ScatterParts, colour: Colours): EChartsOption {
  const axis = (i: 0 | 1, gap: number) => ({
    ...valueAxis({ name: axes[i], gap }, colour), ...(log[i] ? { type: 'log', logBase: 10, scale: true } : {}),
  })
  const line = (name: string, data: unknown) => ({
    type: 'line', name, data: [], silent: true, markLine: {
      silent: true, symbol: 'none', label: { show: false }, animation: false, data: [data],
      lineStyle: { color: colour('--anomaly'), type: [4, 3], width: 1 },
    },
  })
  return {
    animation: false, grid: { left: 66, right: 20, top: 12, bottom: 44 }, tooltip: { show: false },
    xAxis: axis(0, 26), yAxis: axis(1, 50),
    series: [
      ...groups.map(({ name, mark, scores }) => ({
        type: 'scatter', name, data: scores, symbol: mark.shape === 'cross' ? 'diamond' : 'circle', symbolSize: 5,
        itemStyle: { color: colour(mark.colour), opacity: 0.75 },
      })),
      line('threshold across', { xAxis: thresholds[0] }), line('threshold up', { yAxis: thresholds[1] }),
    ],
  } as EChartsOption
}
