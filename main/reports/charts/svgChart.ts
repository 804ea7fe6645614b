import { BarChart, LineChart, ScatterChart } from 'echarts/charts'
import { GridComponent } from 'echarts/components'
import { init, use } from 'echarts/core'
import type { EChartsCoreOption } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'
import { html, raw } from '../page/markup.ts'
import type { Markup } from '../page/markup.ts'

use([BarChart, LineChart, ScatterChart, GridComponent, SVGRenderer])

/**
 * What a chart is, beside its drawing: its id in the page, its size in user units and its text for those who
 * cannot see it.
 */
export interface ChartFrame {
  id: string
  width: number
  height: number
  title: string
  description: string
}

/** Draws an echarts option as one SVG element that takes its colours from the page around it. */
export function svgChart(option: EChartsCoreOption, frame: ChartFrame): Markup {
  const chart = init(null, null, { renderer: 'svg', ssr: true, width: frame.width, height: frame.height })
  try {
    chart.setOption({ animation: false, backgroundColor: 'none', ...option })
    return framed(withOwnIds(withoutScreenParts(chart.renderToSVGString()), frame.id), frame)
  } finally {
    chart.dispose()
  }
}

/**
 * Leaves out what only a live chart needs: hover rules, class names and the marks that events are found by.
 */
function withoutScreenParts(svg: string): string {
  return svg
    .replace(/<svg[^>]*>\s*/, '')
    .replace(/<\/svg>\s*$/, '')
    .replace(/<style[^>]*>.*?<\/style>/gs, '')
    .replace(/ (class|ecmeta_\w+|pointer-events)="[^"]*"/g, '')
    .replace(/<rect [^>]*fill="none"><\/rect>\s*/, '')
    .replace(/<(path|circle|rect)([^>]*)><\/\1>/g, '<$1$2/>')
}

/** ECharts numbers the charts of a process: named by the chart itself, the same chart is always the same text. */
function withOwnIds(svg: string, id: string): string {
  return svg.replace(/(?<=id="|url\(#)zr\d+/g, id)
}

/** The `<svg>` element around a drawing, with title and description. */
export function framed(drawing: string, frame: ChartFrame): Markup {
  const { id, width, height, title, description } = frame
  return html`<svg class="chart" viewBox="0 0 ${width} ${height}" role="img"
    aria-labelledby="${id}-title ${id}-text"><title id="${id}-title">${title}</title><desc
    id="${id}-text">${description}</desc>${raw(drawing)}</svg>`
}
