import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
import type { SavedThreshold, ThresholdRule } from '../../main/contract/thresholds.ts'
import { useEngine } from '../client/engine.ts'
import { useLoaded } from '../composables/useLoaded.ts'
import { useConnection } from './connection.ts'
import { useResult } from './result.ts'
import { useTruth } from './truth.ts'

/** The thresholds that are kept for the shown ensemble and detector. */
export const useSavedThresholds = defineStore('saved thresholds', () => {
  const { api } = useEngine()
  const result = useResult()
  const truth = useTruth()
  const scoreId = computed(() => result.images?.score.id ?? null)
  const loaded = useLoaded(
    async () => (scoreId.value === null ? [] : api.thresholds.list({ scoreId: scoreId.value })), [scoreId])
  /** What was deleted last, to be put back. */
  const deleted = shallowRef<SavedThreshold | null>(null)

  async function save(name: string, rule: ThresholdRule, value: number): Promise<SavedThreshold> {
    const judged = truth.mode === 'judged'
    const saved = await api.thresholds.save({ scoreId: scoreId.value!, name, rule, value, judged })
    await loaded.reload()
    return saved
  }
  async function rename(id: number, name: string): Promise<void> {
    await api.thresholds.rename({ id, name })
    await loaded.reload()
  }
  async function use(id: number): Promise<void> {
    await api.thresholds.use({ id })
    await loaded.reload()
  }
  async function remove(id: number): Promise<void> {
    deleted.value = await api.thresholds.remove({ id })
    await loaded.reload()
  }
  async function putBack(): Promise<void> {
    const { name, chosen, value, inUse } = deleted.value!
    const { id } = await save(name, chosen!, value)
    if (inUse) await use(id)
    deleted.value = null
  }

  useConnection().onEvent((event) => {
    if (event.type === 'changed' && event.what === 'scores' && event.id === result.ensembleId) void loaded.reload()
  })
  return {
    list: computed(() => loaded.value.value ?? []), failure: loaded.failure, loading: loaded.loading,
    reload: loaded.reload, deleted, save, rename, use, remove, putBack,
  }
})
