import type { Chart } from '../chart.ts'
import type { EChartsOption } from '../echarts.ts'
import type { Colours } from '../useColours.ts'

/** A chart on paper: its option, and its size in pixels of the stylesheet. */
export interface PaperChart { option: EChartsOption; width: number; height: number }

const [drawing, titleHeight, entryHeight, least] = [640, 40, 22, 440]
/** A letter of the legend, and its sign with what is around it, in pixels. */
const [letter, sign] = [6.6, 62]

/** A chart as it stands alone: on a light ground, with its name above and its legend beside it. */
export function paperOption(chart: Chart, colours: Colours): PaperChart {
  const option = chart.draw(colours)
  const legend = chart.legend ?? []
  const beside = legend.length === 0 ? 0 : sign + letter * Math.max(...legend.map(({ length }) => length))
  const grid = option.grid as { top: number; right: number }
  return {
    width: Math.ceil(drawing + beside),
    height: Math.max(least, titleHeight + entryHeight * legend.length),
    option: {
      ...option,
      backgroundColor: colours('--page'),
      title: titled(chart.name, colours),
      grid: { ...grid, top: grid.top + titleHeight, right: grid.right + beside },
      ...(legend.length > 0 && { legend: listed(legend, colours) }),
    },
  }
}

function titled(text: string, colours: Colours): object {
  return {
    text, left: 12, top: 10, padding: 0,
    textStyle: { color: colours('--ink'), fontSize: 14, fontWeight: 600, fontFamily: colours('--font') },
  }
}

function listed(data: string[], colours: Colours): object {
  return {
    data, orient: 'vertical', right: 12, top: titleHeight, itemWidth: 28, itemHeight: 9, itemGap: 8, padding: 0,
    selectedMode: false, textStyle: { color: colours('--ink'), fontSize: 12, fontFamily: colours('--font') },
  }
}
