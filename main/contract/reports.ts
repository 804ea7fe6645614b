import { oc } from '@orpc/contract'
import { z } from 'zod'
import { failures } from './errors.ts'

const base = oc.errors(failures)

/** What a report may speak of; the first page's figures and warnings are always there. */
export const reportSections = [
  'method', 'results', 'anomalies', 'verdicts', 'retraining', 'comparison', 'study', 'training', 'data', 'limits', 'settings', 'made',
  'signatures',
] as const
export const ReportSection = z.enum(reportSections)

/** `csv` and `latex` are the ranking's and the main tables' files; `json` is summary.json. */
export const reportFormats = ['html', 'pdf', 'csv', 'json', 'latex'] as const
export const ReportFormat = z.enum(reportFormats)

const Words = z.string().trim().min(1).max(500)

export const ReportOptions = z.object({
  /** How many images are shown. */
  top: z.int().min(1).max(2000).default(60),
  sections: z.array(ReportSection).default([...reportSections]),
  formats: z.array(ReportFormat).min(1, 'one format at least').default(['html', 'csv', 'json']),
  paper: z.enum(['a4', 'letter']).default('a4'),
  /** The page's size at most, in millions of bytes: thumbnails are left out from the end until it is kept. */
  maxMegabytes: z.number().min(0.1).max(1000).default(20),
  /** Of which images there are thumbnails: of all that are shown, of those that were judged, or of none. */
  thumbnails: z.enum(['top', 'judged', 'none']).default('top'),
  /** Name folders of this machine in full, instead of by their last part. */
  paths: z.boolean().default(false),
  /** What the report is called, what was to be found out, and who answers for it; made from the score where not said. */
  title: Words.optional(),
  question: Words.optional(),
  preparedBy: Words.optional(),
  comparisonId: z.int().optional(),
  /** A study's name. */
  study: z.string().min(1).optional(),
})

/** The program that prints to PDF; null with what to do where there is none. */
export const Printer = z.object({ program: z.string().nullable(), missing: z.string().nullable() })

export const reports = { printer: base.output(Printer) }

export type ReportSection = z.infer<typeof ReportSection>
export type ReportFormat = z.infer<typeof ReportFormat>
export type ReportOptions = z.infer<typeof ReportOptions>
export type Printer = z.infer<typeof Printer>
