import { defineStore } from 'pinia'
import { computed } from 'vue'
import { useRoute } from 'vue-router'
import { useEngine } from '../client/engine.ts'
import { useLoaded } from '../composables/useLoaded.ts'
import { listDetectors } from '../results/listDetectors.ts'
import { useConnection } from './connection.ts'
import { useOpenProject } from './openProject.ts'

/** All scores of the open project's trained ensembles; read where they are compared. */
export const useProjectScores = defineStore('project scores', () => {
  const { api } = useEngine()
  const [route, open] = [useRoute(), useOpenProject()]
  const isAsked = computed(() => route.name === 'compare')
  /** Newest first. */
  const ensembles = computed(() => open.ensembles?.filter(({ members }) => members.some(({ state }) => state === 'done')) ?? null)
  const whose = computed(() => (isAsked.value ? (ensembles.value?.map(({ id }) => id).join() ?? null) : null))

  const scores = useLoaded(async () => {
    if (whose.value === null) return null
    const lists = await Promise.all(ensembles.value!.map(({ id }) => api.scores.list({ ensembleId: id })))
    return lists.flat()
  }, [whose])
  const detectors = useLoaded(() => listDetectors(api))
  useConnection().onEvent((event) => {
    if (event.type === 'changed' && event.what === 'scores' && isAsked.value) void scores.reload()
  })
  return {
    ensembles, scores: scores.value, detectors: detectors.value,
    failure: computed(() => scores.failure.value ?? detectors.failure.value),
    reload: () => Promise.all([scores.reload(), detectors.reload()]),
    of: (id: number) => scores.value.value?.find((score) => score.id === id) ?? null,
  }
})
