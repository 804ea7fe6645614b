import { ref } from 'vue'
import { type Failure, failureOf } from '../client/failure.ts'

/** Something that a person asks for by a button: whether it is under way, and how it failed the last time. */
export function useAction<A extends unknown[]>(action: (...input: A) => Promise<unknown>) {
  const busy = ref(false)
  const failure = ref<Failure | null>(null)

  async function run(...input: A): Promise<void> {
    if (busy.value) return
    busy.value = true
    failure.value = null
    try {
      await action(...input)
    } catch (error) {
      failure.value = failureOf(error)
    } finally {
      busy.value = false
    }
  }

  return { busy, failure, run }
}
