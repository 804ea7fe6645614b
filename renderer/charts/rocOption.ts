import { percent, score } from '../format.ts'
import type { RocCurve } from '../results/rocCurve.ts'
import { tooltip, valueAxis } from './axes.ts'
import type { EChartsOption } from './echarts.ts'
import type { Colours } from './useColours.ts'

export const rocMargins = { left: 54, right: 14, top: 10, bottom: 40 }

type Place = [falsePositives: number, truePositives: number]

/** The curve, the threshold's point on it, and where the score of a selected image would be the threshold. */
export function rocOption(
  roc: RocCurve,
  threshold: Place,
  image: Place | null,
  colour: Colours,
): EChartsOption {
  return {
    animation: false,
    grid: rocMargins,
    xAxis: valueAxis({ name: 'Known images flagged', min: 0, max: 1, percent: true, gap: 24 }, colour),
    yAxis: valueAxis({ name: 'Held-out images flagged', min: 0, max: 1, percent: true, gap: 40 }, colour),
    tooltip: {
      ...tooltip(colour),
      trigger: 'item',
      formatter: (hovered: unknown) => tip(hovered as Hovered, roc),
    },
    series: [
      {
        type: 'line',
        data: [
          [0, 0],
          [1, 1],
        ],
        symbol: 'none',
        silent: true,
        lineStyle: { color: colour('--axis'), width: 1, type: [4, 4] },
      },
      {
        type: 'line',
        name: 'curve',
        data: roc.points,
        symbol: 'circle',
        symbolSize: 9,
        showSymbol: false,
        lineStyle: { color: colour('--accent'), width: 2 },
        itemStyle: { color: colour('--accent') },
        areaStyle: { color: colour('--accent'), opacity: 0.08 },
        emphasis: { focus: 'none' },
      },
      point(
        image ? [image] : [],
        { color: 'transparent', borderColor: colour('--select'), borderWidth: 2 },
        11,
      ),
      point([threshold], { color: colour('--select'), borderColor: colour('--page'), borderWidth: 2 }, 13),
    ],
  } as EChartsOption
}

function point(data: Place[], itemStyle: object, symbolSize: number): object {
  return {
    type: 'scatter',
    data,
    symbol: 'circle',
    symbolSize,
    itemStyle: { opacity: 1, ...itemStyle },
    silent: true,
    z: 5,
  }
}

interface Hovered {
  seriesName: string
  dataIndex: number
}

function tip({ seriesName, dataIndex }: Hovered, { points, thresholds }: RocCurve): string {
  if (seriesName !== 'curve') return ''
  const [known, heldOut] = points[dataIndex]
  const flagged = `${percent(heldOut)} of the held-out,\n${percent(known)} of the known images`
  return `Above ${score(thresholds[dataIndex])}: ${flagged}`
}
