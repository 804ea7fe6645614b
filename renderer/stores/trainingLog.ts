import { ref, watch } from 'vue'
import type { TrainingLogLine } from '../../main/contract/training.ts'
import { useEngine } from '../client/engine.ts'
import { useLoaded } from '../composables/useLoaded.ts'
import { useConnection } from './connection.ts'

/** What happened to the trainings of an ensemble, oldest first; it grows as the engine tells of it. */
export function useTrainingLog(ensemble: () => number) {
  const { api } = useEngine()
  const loaded = useLoaded(() => api.training.log({ ensembleId: ensemble() }), [ensemble])
  const lines = ref<TrainingLogLine[] | null>(null)
  /** What came while the rest was asked for. */
  let early: TrainingLogLine[] = []

  watch(loaded.value, (all) => {
    const last = all?.at(-1)?.at ?? ''
    lines.value = all && [...all, ...early.filter(({ at }) => at > last)]
    early = []
  })
  useConnection().onEvent((event) => {
    if (event.type !== 'log' || event.ensembleId !== ensemble()) return
    if (loaded.loading.value) early.push(event.line)
    lines.value?.push(event.line)
  })
  return { lines, failure: loaded.failure, reload: loaded.reload }
}
