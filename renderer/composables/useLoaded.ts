import { ref, type Ref, shallowRef, type ShallowRef, watch, type WatchSource } from 'vue'
import { type Failure, failureOf } from '../client/failure.ts'
import { useConnection } from '../stores/connection.ts'

/** Something that the engine was asked for. While it is asked again, the value before stays. */
export interface Loaded<T> {
  value: ShallowRef<T | null>
  failure: Ref<Failure | null>
  loading: Ref<boolean>
  reload(): Promise<void>
}

/**
 * Asks for something once the engine is joined, whenever a dependency changes, and whenever the engine was
 * away. Of answers that overtake each other, the one to the latest question counts.
 * @param load answers null where there is nothing to ask for
 */
export function useLoaded<T>(load: () => Promise<T | null>, dependencies: WatchSource[] = []): Loaded<T> {
  const connection = useConnection()
  const value: ShallowRef<T | null> = shallowRef(null)
  const failure = ref<Failure | null>(null)
  const loading = ref(true)
  let asked = 0

  async function reload(): Promise<void> {
    const question = ++asked
    loading.value = true
    try {
      const answer = await load()
      if (question !== asked) return
      value.value = answer
      failure.value = null
    } catch (error) {
      if (question === asked) failure.value = failureOf(error)
    }
    if (question === asked) loading.value = false
  }

  watch(dependencies, () => {
    value.value = null
    if (connection.generation > 0) void reload()
  })
  // The stream of events first, then the state: nothing can happen unseen between the two.
  watch(
    () => connection.generation,
    () => void reload(),
    { immediate: connection.generation > 0 },
  )
  return { value, failure, loading, reload }
}
