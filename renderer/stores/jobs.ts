import { defineStore } from 'pinia'
import { computed, ref, watch } from 'vue'
import type { Job } from '../../main/contract/jobs.ts'
import { useEngine } from '../client/engine.ts'
import { type Failure, failureOf } from '../client/failure.ts'
import { useConnection } from './connection.ts'

/** All jobs as the engine tells of them. */
export const useJobs = defineStore('jobs', () => {
  const { api } = useEngine()
  const connection = useConnection()
  const jobs = ref(new Map<number, Job>())
  const failure = ref<Failure | null>(null)

  async function load(): Promise<void> {
    try {
      const all = await api.jobs.list({})
      jobs.value = new Map(all.map((job) => [job.id, job]))
      failure.value = null
    } catch (error) {
      failure.value = failureOf(error)
    }
  }

  const latest = (wanted: (job: Job) => boolean): Job | null =>
    [...jobs.value.values()].findLast(wanted) ?? null
  const active = computed(() => [...jobs.value.values()].filter(isActive))

  connection.onEvent((event) => {
    if (event.type === 'job') jobs.value.set(event.job.id, event.job)
  })
  watch(() => connection.generation, load, { immediate: connection.generation > 0 })
  return {
    jobs,
    failure,
    active,
    latestOf: (kind: Job['kind']) => latest((job) => job.kind === kind),
    importOf: (imageSetId: number) => latest((job) => job.kind === 'import' && job.imageSetId === imageSetId),
    trainingOf: (ensembleId: number) =>
      latest((job) => job.kind === 'train' && job.ensembleId === ensembleId),
    scoringOf: (ensembleId: number) => latest((job) => job.kind === 'score' && job.ensembleId === ensembleId),
  }
})

/** Whether it runs or will run without anybody doing anything. */
export const isActive = ({ state }: Job): boolean => state === 'running' || state === 'waiting'
/** Whether nothing will become of it any more. */
export const isEnded = ({ state }: Job): boolean =>
  state === 'done' || state === 'failed' || state === 'cancelled'
