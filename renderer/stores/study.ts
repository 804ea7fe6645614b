import { computed, type WatchSource } from 'vue'
import { useEngine } from '../client/engine.ts'
import { useLoaded } from '../composables/useLoaded.ts'
import { useConnection } from './connection.ts'
import { isEnded, useJobs } from './jobs.ts'

/** One study with its tables, which follow its cells as they end. */
export function useStudy(name: () => string) {
  const { api } = useEngine()
  const jobs = useJobs()
  const study = useLoaded(() => api.studies.show({ name: name() }), [name as WatchSource])
  const tables = useLoaded(() => api.studies.tables({ name: name() }), [name as WatchSource])
  const job = computed(() => jobs.jobs.get(study.value.value?.jobId ?? -1) ?? null)
  let [isBehind, isReloading] = [false, false]

  /** Cells may end faster than tables are computed: then those in between are left out. */
  async function reload(): Promise<void> {
    isBehind = true
    if (isReloading) return
    isReloading = true
    while (isBehind) {
      isBehind = false
      await Promise.all([study.reload(), tables.reload()])
    }
    isReloading = false
  }

  useConnection().onEvent((event) => {
    const own = study.value.value
    if (event.type === 'changed' && event.what === 'studies' && event.id === own?.id) void reload()
    if (event.type === 'job' && event.job.id === own?.jobId && isEnded(event.job)) void reload()
  })
  return { study, tables, job, reload }
}
