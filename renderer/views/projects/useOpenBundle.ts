import { ref, watch } from 'vue'
import { useRouter } from 'vue-router'
import { useEngine } from '../../client/engine.ts'
import { useAction } from '../../composables/useAction.ts'
import { useJobs } from '../../stores/jobs.ts'

/** Whether a path is that of a bundle, by its name. */
export const isBundle = (path: string): boolean => /\.lacuna$/i.test(path.trim())

/** Opens a bundle or a backup as a project, and goes there once it is one; how far that is, the list of jobs shows. */
export function useOpenBundle() {
  const { api } = useEngine()
  const [router, jobs] = [useRouter(), useJobs()]
  const jobId = ref<number | null>(null)
  const opened = useAction(async (file: string) => {
    jobId.value = (await api.bundles.open({ file: file.trim() })).jobId
  })
  watch(() => (jobId.value === null ? undefined : jobs.jobs.get(jobId.value)), (job) => {
    if (job?.state !== 'done') return
    jobId.value = null
    void router.push({ name: 'images', params: { project: Number(job.result!.projectId) } })
  })
  return opened
}
