import { ref } from 'vue'
import { useAction } from './useAction.ts'

/** How long it is said that something was copied, in milliseconds. */
const said = 2_500

/** Puts text on the clipboard; `copied` names what was copied a moment ago. */
export function useCopy() {
  const copied = ref<string | null>(null)
  const action = useAction(async (name: string, text: string | (() => Promise<string>)) => {
    await navigator.clipboard.writeText(typeof text === 'string' ? text : await text())
    copied.value = name
    setTimeout(() => {
      if (copied.value === name) copied.value = null
    }, said)
  })
  return { copied, copy: action.run, busy: action.busy, failure: action.failure }
}
