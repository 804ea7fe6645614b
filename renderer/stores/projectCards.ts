import { defineStore } from 'pinia'
import { useEngine } from '../client/engine.ts'
import { useLoaded } from '../composables/useLoaded.ts'
import { useConnection } from './connection.ts'

/** The projects at one look, and those that were discarded and can be taken back. */
export const useProjectCards = defineStore('project cards', () => {
  const { api } = useEngine()
  const cards = useLoaded(() => api.projects.cards())
  const discarded = useLoaded(() => api.projects.discarded())
  useConnection().onEvent((event) => {
    if (event.type !== 'changed' || event.what === 'verdicts') return
    void cards.reload()
    if (event.what === 'projects') void discarded.reload()
  })
  return {
    all: cards.value, failure: cards.failure, reload: cards.reload, discarded: discarded.value,
    discardedFailure: discarded.failure,
  }
})
