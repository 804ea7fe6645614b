import { writeFile } from 'node:fs/promises'
import type { PageContent } from './page/pageContent.ts'
import { findChromium, whatIsMissing } from './pdf/findChromium.ts'
import { printPdf } from './pdf/printPdf.ts'
import { rankedImages } from './ranking.ts'
import { writeRanking } from './rankingCsv.ts'
import { type FittedPage, fittedPage } from './sizeLimit.ts'
import { summaryJson } from './summaryJson.ts'
import { latexTable } from './tables/latexTable.ts'
import { type MainTable, mainTables } from './tables/mainTables.ts'
import { plainCsv } from './tables/plainCsv.ts'
import { counted } from './text.ts'

/** A file of a report, by its name in the report's folder. */
export interface ReportFile { name: string; write(file: string): Promise<void> }

export interface ReportSource {
  content: Omit<PageContent, 'omitted'>
  /** Positions by falling score. */
  order: Uint32Array
  cancelled: AbortSignal
}

/** The files of the formats that are wanted, in the order in which they are written. */
export function gatherFiles(source: ReportSource): { files: ReportFile[]; notes: string[] } {
  const { content } = source
  const wants = (format: PageContent['options']['formats'][number]) => content.options.formats.includes(format)
  const fitted = wants('html') || wants('pdf') ? fittedPage(content) : null
  const program = wants('pdf') ? findChromium() : null
  const files = [
    ...(wants('csv') ? rankingFiles(source) : []), ...tableFiles(source, wants('csv'), wants('latex')),
    ...(wants('json') ? [textFile('summary.json', summaryJson(content.input, content.counts, content.findings))] : []),
    ...(wants('html') && fitted ? [textFile('index.html', fitted.page)] : []),
    ...(program && fitted ? [pdfFile(source, program, fitted.page)] : []),
  ]
  return { files, notes: [...sizeNotes(content, fitted), ...(wants('pdf') && !program ? [whatIsMissing] : [])] }
}

const textFile = (name: string, text: string): ReportFile => ({ name, write: (file) => writeFile(file, text) })

function rankingFiles({ content: { input }, order, cancelled }: ReportSource): ReportFile[] {
  return [{ name: 'ranking.csv', write: (file) => writeRanking(rankedImages(input, order), file, cancelled) }]
}

function tableFiles({ content }: ReportSource, csv: boolean, latex: boolean): ReportFile[] {
  const tables = csv || latex ? mainTables({ ...content, omitted: 0 }) : []
  return tables.flatMap((one) => [
    ...(csv ? [textFile(`tables/${one.name}.csv`, plainCsv(one.table))] : []), ...(latex ? [latexFile(one)] : []),
  ])
}

const latexFile = ({ name, caption, table }: MainTable): ReportFile =>
  textFile(`tables/${name}.tex`, latexTable(table, { caption, label: `tab:${name}` }))

const pdfFile = ({ content: { options }, cancelled }: ReportSource, program: string, page: string): ReportFile => ({
  name: 'report.pdf', write: (file) => printPdf(program, page, options.paper, file, cancelled),
})

function sizeNotes({ options: { maxMegabytes } }: ReportSource['content'], fitted: FittedPage | null): string[] {
  if (!fitted) return []
  const { omitted, bytes } = fitted
  const left = omitted > 0 ? [`${counted(omitted, 'thumbnail')} had no room in ${maxMegabytes} MB and ${omitted === 1 ? 'was' : 'were'} left out.`] : []
  if (bytes <= maxMegabytes * 1e6) return left
  return [...left, `The page is ${(bytes / 1e6).toFixed(1)} MB without any thumbnail, more than the ${maxMegabytes} MB that were allowed: show fewer images or sections.`]
}
