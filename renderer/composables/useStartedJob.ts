import { computed, ref } from 'vue'
import type { Job } from '../../main/contract/jobs.ts'
import { useEngine } from '../client/engine.ts'
import { isActive, useJobs } from '../stores/jobs.ts'
import { useAction } from './useAction.ts'

/** A job that is started by a button: how far it is, what became of it, and how it failed. */
export function useStartedJob(ask: () => Promise<{ jobId: number }>) {
  const { api } = useEngine()
  const jobs = useJobs()
  const id = ref<number | null>(null)
  const start = useAction(async () => {
    id.value = null
    id.value = (await ask()).jobId
  })
  const cancel = useAction(async () => id.value !== null && api.jobs.cancel({ id: id.value }))
  const job = computed<Job | null>(() => (id.value === null ? null : (jobs.jobs.get(id.value) ?? null)))
  return {
    job,
    start: start.run,
    cancel: cancel.run,
    busy: computed(() => start.busy.value || (id.value !== null && (job.value === null || isActive(job.value)))),
    failure: computed(() => start.failure.value ?? cancel.failure.value ?? job.value?.error ?? null),
    /** Null until it is done. */
    result: computed(() => (job.value?.state === 'done' ? job.value.result : null)),
  }
}
