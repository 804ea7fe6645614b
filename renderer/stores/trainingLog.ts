import { onScopeDispose, shallowRef, watch } from 'vue'
import type { TrainingLogLine } from '../../main/contract/training.ts'
import { useEngine } from '../client/engine.ts'
import { Gate } from '../composables/gate.ts'
import { useLoaded } from '../composables/useLoaded.ts'
import { useConnection } from './connection.ts'

/** Lines may come by the dozen: they are shown a few times a second. */
const pause = 250

/** What happened to the trainings of an ensemble, oldest first; it grows as the engine tells of it. */
export function useTrainingLog(ensemble: () => number) {
  const { api } = useEngine()
  const loaded = useLoaded(() => api.training.log({ ensembleId: ensemble() }), [ensemble])
  const lines = shallowRef<TrainingLogLine[] | null>(null)
  /** What was told since the engine was asked last. */
  let told: TrainingLogLine[] = []

  const gate = new Gate(() => {
    if (!lines.value) return
    lines.value = [...lines.value, ...told]
    told = []
  }, pause)
  watch(loaded.value, (all) => {
    const last = all?.at(-1)?.at ?? ''
    lines.value = all && [...all, ...told.filter(({ at }) => at > last)]
    told = []
  })
  useConnection().onEvent((event) => {
    if (event.type !== 'log' || event.ensembleId !== ensemble()) return
    told.push(event.line)
    gate.call()
  })
  onScopeDispose(() => gate.close())
  return { lines, failure: loaded.failure, reload: loaded.reload }
}
