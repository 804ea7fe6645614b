import { defineStore } from 'pinia'
import { useEngine } from '../client/engine.ts'
import { useLoaded } from '../composables/useLoaded.ts'
import { useConnection } from './connection.ts'

/** The projects of the workspace. */
export const useProjects = defineStore('projects', () => {
  const { api } = useEngine()
  const { value: all, failure, loading, reload } = useLoaded(() => api.projects.list())
  useConnection().onEvent((event) => {
    if (event.type === 'changed' && event.what !== 'scores' && event.what !== 'verdicts') void reload()
  })
  return {
    all,
    failure,
    loading,
    reload,
    named: (id: number) => all.value?.find((project) => project.id === id) ?? null,
  }
})
