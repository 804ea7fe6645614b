import { onScopeDispose } from 'vue'

/** Does something once things have been calm for so many milliseconds, however often it was asked for meanwhile. */
export function useCalm(action: () => void, milliseconds: number): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  onScopeDispose(() => clearTimeout(timer))
  return () => {
    clearTimeout(timer)
    timer = setTimeout(action, milliseconds)
  }
}
