import type { Chart } from '../chart.ts'

export type ChartFileKind = 'svg' | 'png' | 'csv'

/** A chart or its data as a file. What writes it comes when it is first asked for. */
export async function chartFile(chart: Chart, kind: ChartFileKind): Promise<Blob> {
  if (kind === 'csv') {
    const { tableCsv } = await import('./tableCsv.ts')
    return new Blob([tableCsv(chart.table())], { type: 'text/csv;charset=utf-8' })
  }
  const { chartPng, chartSvg } = await import('./chartPictures.ts')
  return kind === 'svg' ? chartSvg(chart) : chartPng(chart)
}
