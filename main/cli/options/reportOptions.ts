import { type Command, InvalidArgumentError, Option } from 'commander'
import { type ReportFormat, type ReportOptions, type ReportSection, reportFormats, reportSections } from '../../contract/reports.ts'
import { positiveNumber, wholeNumber } from './values.ts'

/** The options of a report as commander hands them out. */
export interface TypedReportOptions {
  top?: number
  sections?: ReportSection[]
  formats?: ReportFormat[]
  pdf?: ReportOptions['paper'] | true
  maxMb?: number
  /** False by --no-thumbnails. */
  thumbnails?: ReportOptions['thumbnails'] | boolean
  comparison?: number
  study?: string
  paths?: boolean
  title?: string
  question?: string
  preparedBy?: string
}

/** Adds the options that say what a report has. */
export function addReportOptions(command: Command): Command {
  const options = [
    new Option('--sections <names>', `of ${reportSections.join(', ')} (default: all)`).argParser(someOf(reportSections)),
    new Option('--formats <names>', `of ${reportFormats.join(', ')} (default: html,csv,json)`).argParser(someOf(reportFormats)),
    new Option('--pdf [paper]', 'also a PDF, on this paper (default: a4)').choices(['a4', 'letter']),
    new Option('--top <n>', 'images on the page (default: 60)').argParser(wholeNumber(1, 2000)),
    new Option('--max-mb <n>', 'size of the page: thumbnails are left out from the end (default: 20)').argParser(positiveNumber()),
    new Option('--thumbnails <which>', 'of all images shown, or of the judged ones (default: top)').choices(['top', 'judged', 'none']),
    new Option('--no-thumbnails', 'no picture of any image'),
    new Option('--comparison <n>', 'a saved comparison, by number').argParser(wholeNumber(1)),
    new Option('--study <name>', 'the tables of a study'),
    new Option('--paths', 'name folders of this machine in full'),
    new Option('--title <text>', 'what the report is called'),
    new Option('--question <text>', 'what was to be found out'),
    new Option('--prepared-by <name>', 'who answers for the report'),
  ]
  for (const one of options) command.addOption(one)
  return command
}

/** What was asked for of a report; the rest is as usual. */
export function reportOptions({ formats, pdf, maxMb, thumbnails, comparison, ...rest }: TypedReportOptions): Partial<ReportOptions> {
  const { top, sections, study, paths, title, question, preparedBy } = rest
  const wanted = pdf === undefined ? formats : [...new Set([...(formats ?? ['html', 'csv', 'json'] as const), 'pdf' as const])]
  return {
    ...given({ top, sections, study, paths, title, question, preparedBy, formats: wanted, maxMegabytes: maxMb, comparisonId: comparison }),
    ...(pdf === undefined || pdf === true ? {} : { paper: pdf }),
    ...(thumbnails === undefined || thumbnails === true ? {} : { thumbnails: thumbnails === false ? 'none' : thumbnails }),
  }
}

function given(options: Partial<ReportOptions>): Partial<ReportOptions> {
  return Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined))
}

/** Several names with commas between. */
function someOf<Name extends string>(all: readonly Name[]): (text: string) => Name[] {
  return (text) => text.split(',').map((one) => {
    const name = all.find((known) => known === one.trim())
    if (name) return name
    throw new InvalidArgumentError(`"${one}" is none of ${all.join(', ')}.`)
  })
}
