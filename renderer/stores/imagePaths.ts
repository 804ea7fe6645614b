import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
import type { EngineApi } from '../client/engine.ts'
import { useEngine } from '../client/engine.ts'
import { useLoaded } from '../composables/useLoaded.ts'
import { useResult } from './result.ts'

const pageRows = 10_000

/** The paths of the shown set's images, by position. They are many, and asked for only once somebody wants them. */
export const useImagePaths = defineStore('image paths', () => {
  const { api } = useEngine()
  const result = useResult()
  const wanted = shallowRef(false)
  const setId = computed(() => (wanted.value ? (result.images?.set.id ?? null) : null))
  const loaded = useLoaded(async () => (setId.value === null ? null : allPaths(api, setId.value)), [setId])
  const want = () => void (wanted.value = true)
  return { paths: loaded.value, failure: loaded.failure, loading: computed(() => wanted.value && loaded.loading.value), want }
})

async function allPaths(api: EngineApi, id: number): Promise<string[]> {
  const paths: string[] = []
  for (;;) {
    const page = await api.imageSets.images({ id, offset: paths.length, limit: pageRows })
    for (const { path } of page) paths.push(path)
    if (page.length < pageRows) return paths
  }
}
