import { defineStore } from 'pinia'
import { useEngine } from '../client/engine.ts'
import { useLoaded } from '../composables/useLoaded.ts'
import { useConnection } from './connection.ts'

/** The studies that were started once, and those that come with Lacuna. */
export const useStudies = defineStore('studies', () => {
  const { api } = useEngine()
  const started = useLoaded(() => api.studies.list())
  const builtIn = useLoaded(() => api.studies.builtIn())
  const states = new Map<number, string>()

  useConnection().onEvent((event) => {
    if (event.type === 'changed' && (event.what === 'studies' || event.what === 'imageSets')) void started.reload()
    if (event.type !== 'job' || event.job.kind !== 'study') return
    // Progress is told many times a second; only where a run begins or ends, the list is another one.
    const isNews = states.get(event.job.id) !== event.job.state
    states.set(event.job.id, event.job.state)
    if (isNews) void started.reload()
  })
  return {
    started: started.value, failure: started.failure, reload: started.reload,
    builtIn: builtIn.value, builtInFailure: builtIn.failure, reloadBuiltIn: builtIn.reload,
  }
})
