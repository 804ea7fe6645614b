import { LegendComponent, TitleComponent } from 'echarts/components'
import { type ECharts, init, use } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'
import '../echarts.ts'
import type { Chart } from '../chart.ts'
import { onPaper } from './paperColours.ts'
import { paperOption } from './paperOption.ts'

use([LegendComponent, TitleComponent, SVGRenderer])

/** A PNG has so many pixels for each of the stylesheet's: print is finer than a screen. */
const pixelRatio = 2

/** The chart as a picture that needs nothing beside itself: no stylesheet, no script, no file. */
export function chartSvg(chart: Chart): Blob {
  const svg = drawn(chart, 'svg', (echarts) => echarts.renderToSVGString({ useViewBox: true }))
  return new Blob([named(still(svg), chart.label)], { type: 'image/svg+xml' })
}

/** The chart in pixels, twice as many as on a plain screen. */
export async function chartPng(chart: Chart): Promise<Blob> {
  return pngOf(drawn(chart, 'canvas', (echarts) => echarts.renderToCanvas({ pixelRatio })))
}

/** @throws where the picture is larger than the browser can write */
export async function pngOf(canvas: HTMLCanvasElement): Promise<Blob> {
  const png = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'))
  if (!png) throw new Error(`the picture of ${canvas.width} by ${canvas.height} pixels could not be written as PNG`)
  return png
}

function drawn<T>(chart: Chart, renderer: 'svg' | 'canvas', take: (echarts: ECharts) => T): T {
  const { option, width, height } = onPaper((colours) => paperOption(chart, colours))
  const echarts = renderer === 'svg'
    ? init(null, null, { renderer, ssr: true, width, height })
    : init(document.createElement('div'), null, { renderer, width, height })
  try {
    echarts.setOption(option)
    return take(echarts)
  } finally {
    echarts.dispose()
  }
}

/** Without the rules for a pointer over it, which a saved picture has not. */
const still = (svg: string) => svg.replace(/<style[^>]*>[\s\S]*?<\/style>/g, '')

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }

/** With what the picture shows as its title, which those hear who cannot see it. */
function named(svg: string, label: string): string {
  const title = `<title>${label.replace(/[&<>]/g, (sign) => entities[sign])}</title>`
  return svg.replace(/^<svg[^>]*>/, (start) => `${start.replace(/>$/, ' role="img">')}${title}`)
}
