import { computed, reactive, ref } from 'vue'
import type { ReportFormat, ReportOptions } from '../../../../main/contract/reports.ts'
import { useEngine } from '../../../client/engine.ts'
import { useAction } from '../../../composables/useAction.ts'
import { useLoaded } from '../../../composables/useLoaded.ts'
import type { ScoredImages } from '../../../results/scoredImages.ts'
import { useJobs } from '../../../stores/jobs.ts'

/** No study has such a name; a list that chooses it shows its words. */
export const noStudy = ' '

/** What is chosen of a report beside its sections; 0 and '' are none, and left to the report. */
export function useReportChoices() {
  return reactive({
    formats: ['html', 'csv', 'json'] as ReportFormat[], paper: 'a4' as ReportOptions['paper'], top: 60, maxMegabytes: 20,
    thumbnails: 'top' as ReportOptions['thumbnails'], paths: false, comparisonId: 0, study: noStudy, directory: '',
    title: '', question: '', preparedBy: '',
  })
}

export type ReportChoices = ReturnType<typeof useReportChoices>

/**
 * As the engine is asked: what is empty is not said.
 * @param printsItself whether the window makes the PDF, out of the page
 */
export function askedOf(choices: ReportChoices, printsItself: boolean): Partial<ReportOptions> & { directory: string } {
  const said = (text: string) => text.trim() || undefined
  const { comparisonId, study, title, question, preparedBy } = choices
  return {
    ...choices, formats: printsItself ? pageInstead(choices.formats) : choices.formats, comparisonId: comparisonId || undefined,
    study: said(study), title: said(title), question: said(question), preparedBy: said(preparedBy),
  }
}

const pageInstead = (formats: ReportFormat[]): ReportFormat[] =>
  [...new Set(formats.map((format) => (format === 'pdf' ? 'html' : format)))]

/** What a report can have beside the score itself. */
export function useReportSources(images: () => ScoredImages) {
  const { api } = useEngine()
  return {
    printer: useLoaded(() => api.reports.printer()),
    comparisons: useLoaded(() => api.comparisons.list({ projectId: images().ensemble.projectId })),
    studies: useLoaded(() => api.studies.list()),
  }
}

/** Has the report written, and follows the job that does it. */
export function useReportJob(images: () => ScoredImages, options: () => Partial<ReportOptions> & { directory: string }) {
  const { api } = useEngine()
  const jobs = useJobs()
  const jobId = ref<number | null>(null)
  const begun = useAction(async () => {
    jobId.value = (await api.scores.report({ id: images().score.id, ...options() })).jobId
  })
  const job = computed(() => (jobId.value === null ? null : jobs.jobs.get(jobId.value) ?? null))
  const written = computed(() =>
    job.value?.state === 'done' ? (job.value.result as { files: string[]; notes: string[] } | null) : null)
  return { begun, job, written }
}
