import { ref, watch, type WatchSource } from 'vue'
import type { CurvePoint } from '../../main/contract/ensembles.ts'
import { useEngine } from '../client/engine.ts'
import { useLoaded } from '../composables/useLoaded.ts'
import { useConnection } from './connection.ts'

/** One ensemble with its members' curves, which grow as the engine tells of them. */
export function useEnsemble(id: () => number | null) {
  const { api } = useEngine()
  const loaded = useLoaded(
    async () => (id() === null ? null : api.ensembles.show({ id: id()! })),
    [id as WatchSource],
  )
  const curves = ref<CurvePoint[][]>([])

  watch(loaded.value, (ensemble) => {
    curves.value = ensemble?.members.map(({ curve }) => [...curve]) ?? []
  })
  useConnection().onEvent((event) => {
    if (event.type === 'changed' && event.what === 'ensembles' && event.id === id()) void loaded.reload()
    if (event.type === 'curve' && event.ensembleId === id())
      curves.value[event.index] = grown(curves.value[event.index], event.point)
  })
  return { ...loaded, curves }
}

/** A resumed member tells some of its epochs again. */
function grown(curve: CurvePoint[] | undefined, point: CurvePoint): CurvePoint[] {
  return [...(curve ?? []).filter(({ epoch }) => epoch < point.epoch), point]
}
