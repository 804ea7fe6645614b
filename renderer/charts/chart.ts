import type { EChartsOption } from './echarts.ts'
import type { Colours } from './useColours.ts'

/** What any chart is: drawn in the colours of the screen or of paper, saved, and read as a table. */
export interface Chart {
  /** Names its menu, its table and its files. */
  name: string
  /** What it shows, and its main figures: to some it is all there is. */
  label: string
  /** Whose figures these are, for the file's name, where the screen has no ensemble in its address. */
  of?: string
  /** Names of the series that a saved picture needs a legend for; on the screen they stand beside the chart. */
  legend?: string[]
  draw(colours: Colours): EChartsOption
  table(): ChartTable
}

export type Cell = string | number | null

/** A chart's data: every point that it draws, under titles in words. */
export interface ChartTable { columns: ChartColumn[]; rows: Cell[][] }

/** `write`: how its numbers are written on the screen; a file has every digit. */
export interface ChartColumn { title: string; write?(value: number): string }
