import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
import { useRoute } from 'vue-router'
import type { SavedComparison } from '../../main/contract/comparisons.ts'
import { useEngine } from '../client/engine.ts'
import { useAddress, useWriteAddress } from '../composables/useAddress.ts'
import { useLoaded } from '../composables/useLoaded.ts'
import { useConnection } from './connection.ts'
import { useOpenProject } from './openProject.ts'

/** The comparisons that were given a name in the open project, and which of them is looked at: `saved` in the address. */
export const useSavedComparisons = defineStore('saved comparisons', () => {
  const { api } = useEngine()
  const [route, open] = [useRoute(), useOpenProject()]
  const inAddress = useAddress('saved')
  const write = useWriteAddress()
  const projectId = computed(() => (route.name === 'compare' ? open.id : null))
  const list = useLoaded(
    async () => (projectId.value === null ? null : api.comparisons.list({ projectId: projectId.value })), [projectId])
  useConnection().onEvent((event) => {
    if (event.type === 'changed' && event.what === 'comparisons' && event.id === projectId.value) void list.reload()
  })

  const chosenId = computed(() => (/^\d{1,9}$/.test(inAddress.value ?? '') ? Number(inAddress.value) : null))
  const chosen = computed(() => list.value.value?.find(({ id }) => id === chosenId.value) ?? null)
  /** The one that was removed last, as long as it can be had back. */
  const removed = shallowRef<SavedComparison | null>(null)

  const choose = (id: number) => write({ saved: String(id), scores: null, pair: null, image: null })
  async function save(name: string, scoreIds: number[]): Promise<void> {
    const { id } = await api.comparisons.save({ projectId: open.id!, name, scoreIds })
    await list.reload()
    write({ saved: String(id), scores: null })
  }
  async function remove(comparison: SavedComparison): Promise<void> {
    await api.comparisons.remove({ id: comparison.id })
    // What is on the screen stays there, without its name.
    write({ saved: null, scores: comparison.scoreIds.join('.') })
    removed.value = comparison
  }
  async function takeBack(): Promise<void> {
    const { name, scoreIds } = removed.value!
    await save(name, scoreIds)
    removed.value = null
  }
  return {
    all: list.value, failure: list.failure, reload: list.reload, chosenId, chosen, removed, choose, save, remove, takeBack,
    rename: (id: number, name: string) => api.comparisons.rename({ id, name }),
    forget: () => (removed.value = null),
  }
})
