import { computed, onScopeDispose, type Ref } from 'vue'
import { readPreview, type TrainingPreview } from '../../main/contract/trainingPreview.ts'
import { routes } from '../../main/contract/routes.ts'
import { fetchArray } from '../client/arrays.ts'
import { type Engine, useEngine } from '../client/engine.ts'
import { Gate } from '../composables/gate.ts'
import { useLoaded } from '../composables/useLoaded.ts'
import { useConnection } from './connection.ts'

/** However short epochs are, pictures change no faster than eyes follow. */
const pause = 400

/** The latest look at a member: a new one comes with each epoch that was looked at. Null where nobody looked yet. */
export function usePreview(ensemble: () => number, member: Readonly<Ref<number>>) {
  const engine = useEngine()
  const loaded = useLoaded<TrainingPreview>(
    () => lookAt(engine, ensemble(), member.value), [ensemble, member],
  )
  const gate = new Gate(() => loaded.reload(), pause)
  useConnection().onEvent((event) => {
    const isOwn = event.type === 'preview' && event.ensembleId === ensemble() && event.index === member.value
    const isOver = event.type === 'changed' && event.what === 'ensembles' && event.id === ensemble()
    if (isOwn || isOver) gate.call()
  })
  onScopeDispose(() => gate.close())
  const isWaiting = computed(() => loaded.value.value === null && loaded.loading.value)
  return { ...loaded, isWaiting }
}

async function lookAt(engine: Engine, ensemble: number, member: number): Promise<TrainingPreview | null> {
  const bytes = await fetchArray(engine, routes.preview(ensemble, member), Uint8Array)
  return bytes.length > 0 ? readPreview(bytes.buffer) : null
}
