import { computed, type ComputedRef, onScopeDispose, ref, type Ref, shallowRef, type ShallowRef, watch } from 'vue'
import { type Failure, failureOf } from '../client/failure.ts'
import { useConnection } from '../stores/connection.ts'

/** What was asked for of one thing after another. */
export interface Newest<T> {
  /** Of the thing that was last answered; while another is asked for, that before stays. */
  value: ShallowRef<T | null>
  /** Whether the value is of a thing that was left already. */
  stale: ComputedRef<boolean>
  failure: Ref<Failure | null>
  reload(): void
}

/** Who goes on within this time, in milliseconds, is passing by: what he passed is not asked for. */
const pause = 120
const most = 200

/**
 * Asks for one thing after another, as fast as a person walks through them: what was left is not waited for, what was
 * passed in haste not asked for, and what was answered before is there at once.
 * @param name of the thing, which stands for all that decides the answer; null where there is none
 */
export function useNewest<T>(name: () => string | null, load: (signal: AbortSignal) => Promise<T>): Newest<T> {
  const connection = useConnection()
  const value: ShallowRef<T | null> = shallowRef(null)
  const valueOf = ref<string | null>(null)
  const failure = ref<Failure | null>(null)
  const answers = new Map<string, T>()
  let leaving = new AbortController()
  let waiting: ReturnType<typeof setTimeout> | undefined
  let turned = -Infinity

  function show(wanted: string | null, answer: T | null): void {
    valueOf.value = wanted
    value.value = answer
  }
  async function ask(wanted: string, { signal }: AbortController): Promise<void> {
    try {
      const answer = await load(signal)
      keep(answers, wanted, answer)
      if (!signal.aborted) show(wanted, answer)
    } catch (error) {
      if (signal.aborted) return
      show(null, null)
      failure.value = failureOf(error)
    }
  }
  function leave(): void {
    leaving.abort()
    clearTimeout(waiting)
    leaving = new AbortController()
    failure.value = null
  }
  function turn(): void {
    leave()
    const wanted = name()
    const found = wanted === null ? null : answers.get(wanted)
    if (found !== undefined) return show(wanted, found)
    if (connection.generation === 0) return
    const haste = performance.now() - turned < pause
    turned = performance.now()
    waiting = setTimeout(() => void ask(wanted!, leaving), haste ? pause : 0)
  }

  watch([name, () => connection.generation], turn, { immediate: true })
  onScopeDispose(leave)
  return { value, stale: computed(() => valueOf.value !== name()), failure, reload: turn }
}

/** Of many answers, those that were given first are forgotten first. */
function keep<T>(answers: Map<string, T>, name: string, answer: T): void {
  answers.set(name, answer)
  if (answers.size > most) answers.delete(answers.keys().next().value!)
}
