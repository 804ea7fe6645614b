import { defineStore } from 'pinia'
import { computed, watch } from 'vue'
import { useRoute } from 'vue-router'
import { useEngine } from '../client/engine.ts'
import { useAction } from '../composables/useAction.ts'
import { useLoaded } from '../composables/useLoaded.ts'
import { useConnection } from './connection.ts'
import { useProjects } from './projects.ts'

/** The project in the address, with its image sets and ensembles, newest first. */
export const useOpenProject = defineStore('open project', () => {
  const { api } = useEngine()
  const route = useRoute()
  const projects = useProjects()
  const id = computed(() => (route.params.project ? Number(route.params.project) : null))
  const project = computed(() => (id.value === null ? null : projects.named(id.value)))
  // The list of projects begins with the one that was opened last. That there is none, the screen says anyway.
  const opened = useAction((opened: number) => api.projects.open({ id: opened }))
  const connection = useConnection()
  watch([id, () => connection.generation], ([now, joined]) => now !== null && joined > 0 && void opened.run(now), { immediate: true })
  const name = () => project.value?.name ?? null

  const sets = useLoaded(async () => ofProject(name(), (project) => api.imageSets.list({ project })), [name])
  const ensembles = useLoaded(
    async () => ofProject(name(), (project) => api.ensembles.list({ project })),
    [name],
  )
  connection.onEvent((event) => {
    if (event.type !== 'changed') return
    if (event.what === 'imageSets') void sets.reload()
    if (event.what === 'ensembles' || event.what === 'imageSets') void ensembles.reload()
  })

  const readySets = computed(() => sets.value.value?.filter(({ state }) => state === 'ready') ?? [])
  return {
    id,
    project,
    readySets,
    sets: sets.value,
    setsFailure: sets.failure,
    reloadSets: sets.reload,
    ensembles: ensembles.value,
    ensemblesFailure: ensembles.failure,
    reloadEnsembles: ensembles.reload,
    set: (wanted: number) => sets.value.value?.find((set) => set.id === wanted) ?? null,
  }
})

async function ofProject<T extends { id: number }>(
  name: string | null,
  ask: (project: string) => Promise<T[]>,
): Promise<T[] | null> {
  return name === null ? null : (await ask(name)).sort((a, b) => b.id - a.id)
}
