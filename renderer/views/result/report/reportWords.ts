import type { ReportFormat, ReportOptions, ReportSection } from '../../../../main/contract/reports.ts'
import { t } from '../../../words/words.ts'

export const sectionOptions: { value: ReportSection; label: string }[] = [
  { value: 'method', label: t('Question and method') }, { value: 'results', label: t('Results, with intervals') },
  { value: 'anomalies', label: t('Top anomalies, with why') }, { value: 'verdicts', label: t('Verdicts') },
  { value: 'retraining', label: t('Before and after training again') }, { value: 'comparison', label: t('A saved comparison') },
  { value: 'study', label: t('A study’s tables') }, { value: 'training', label: t('Training and health') },
  { value: 'data', label: t('Data and its problems') }, { value: 'limits', label: t('Limits') },
  { value: 'settings', label: t('Settings') }, { value: 'made', label: t('How it was made') },
  { value: 'signatures', label: t('Signatures') },
]

/** A comparison and a study must be chosen, so they are not there from the start. */
export const usualSections: ReportSection[] =
  sectionOptions.map(({ value }) => value).filter((value) => value !== 'comparison' && value !== 'study')

export const formatOptions: { value: ReportFormat; label: string }[] = [
  { value: 'html', label: t('HTML page') }, { value: 'pdf', label: 'PDF' }, { value: 'csv', label: t('CSV: ranking, tables') },
  { value: 'json', label: t('JSON summary') }, { value: 'latex', label: t('LaTeX tables') },
]

export const thumbnailOptions: { value: ReportOptions['thumbnails']; label: string }[] = [
  { value: 'top', label: t('Of all images shown') }, { value: 'judged', label: t('Of judged images only') },
  { value: 'none', label: t('None') },
]

/** What it is printed on: a key of its own, since “Paper” by itself is a preset. */
export const paperTitle = t('Paper{article}', { article: '' })

export const paperOptions: { value: ReportOptions['paper']; label: string }[] =
  [{ value: 'a4', label: 'A4' }, { value: 'letter', label: t('Letter') }]
