import type { ReportFormat, ReportOptions, ReportSection } from '../../../../main/contract/reports.ts'

export const sectionOptions: { value: ReportSection; label: string }[] = [
  { value: 'method', label: 'Question and method' }, { value: 'results', label: 'Results, with intervals' },
  { value: 'anomalies', label: 'Top anomalies, with why' }, { value: 'verdicts', label: 'Verdicts' },
  { value: 'retraining', label: 'Before and after training again' }, { value: 'comparison', label: 'A saved comparison' },
  { value: 'study', label: 'A study’s tables' }, { value: 'training', label: 'Training and health' },
  { value: 'data', label: 'Data and its problems' }, { value: 'limits', label: 'Limits' },
  { value: 'settings', label: 'Settings' }, { value: 'made', label: 'How it was made' }, { value: 'signatures', label: 'Signatures' },
]

/** A comparison and a study must be chosen, so they are not there from the start. */
export const usualSections: ReportSection[] =
  sectionOptions.map(({ value }) => value).filter((value) => value !== 'comparison' && value !== 'study')

export const formatOptions: { value: ReportFormat; label: string }[] = [
  { value: 'html', label: 'HTML page' }, { value: 'pdf', label: 'PDF' }, { value: 'csv', label: 'CSV: ranking, tables' },
  { value: 'json', label: 'JSON summary' }, { value: 'latex', label: 'LaTeX tables' },
]

export const thumbnailOptions: { value: ReportOptions['thumbnails']; label: string }[] = [
  { value: 'top', label: 'Of all images shown' }, { value: 'judged', label: 'Of judged images only' },
  { value: 'none', label: 'None' },
]

export const paperOptions: { value: ReportOptions['paper']; label: string }[] =
  [{ value: 'a4', label: 'A4' }, { value: 'letter', label: 'Letter' }]
