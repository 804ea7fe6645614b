import { defineStore } from 'pinia'
import { onScopeDispose, ref } from 'vue'
import { useEngine } from '../client/engine.ts'
import { followEvents, type News } from '../client/eventStream.ts'
import type { Failure } from '../client/failure.ts'

export type ConnectionState = 'joining' | 'joined' | 'away' | 'different'

/** Whether the engine is there, and its one stream of events. */
export const useConnection = defineStore('connection', () => {
  const { api } = useEngine()
  const state = ref<ConnectionState>('joining')
  const failure = ref<Failure | null>(null)
  /** Rises from 0 when the engine is first joined, and whenever what was fetched since may be out of date. */
  const generation = ref(0)
  const listeners = new Set<(event: News) => void>()
  const stop = new AbortController()

  const becomes = (next: ConnectionState, why: Failure | null = null) => {
    state.value = next
    failure.value = why
  }

  /** Follows the events for as long as the app lives. */
  function start(): void {
    void followEvents(api, {
      // What was asked for while it was away went unanswered.
      joined: (fresh) => {
        if (fresh || state.value !== 'joined') generation.value++
        becomes('joined')
      },
      event: (event) => listeners.forEach((listener) => listener(event)),
      away: (why) => becomes('away', why),
      different: (why) => becomes('different', why),
    }, stop.signal)
  }

  /** Calls back with each event until the component or store that asked is gone. */
  function onEvent(listener: (event: News) => void): void {
    listeners.add(listener)
    onScopeDispose(() => listeners.delete(listener))
  }

  onScopeDispose(() => stop.abort())
  return { state, failure, generation, start, onEvent }
})
