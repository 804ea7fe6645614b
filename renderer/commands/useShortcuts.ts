import { onBeforeUnmount, onMounted } from 'vue'
import { type Command, isPressed } from './command.ts'
import { useCommandRegistry } from './registry.ts'

export const isMac = /Mac|iPhone|iPad/.test(navigator.userAgent)

/** Runs the command whose keys are pressed, wherever the focus is. */
export function useShortcuts(): void {
  const registry = useCommandRegistry()

  function press(event: KeyboardEvent): void {
    if (event.defaultPrevented || event.isComposing || isInDialog(event.target)) return
    const command = wanted(registry.all, event)
    if (!command) return
    event.preventDefault()
    command.run()
  }
  onMounted(() => document.addEventListener('keydown', press))
  onBeforeUnmount(() => document.removeEventListener('keydown', press))
}

function wanted(commands: Command[], event: KeyboardEvent): Command | undefined {
  const isOffered = ({ enabled, keys }: Command) =>
    enabled !== false && keys?.some((one) => isFree(one, event) && isPressed(one, event, isMac))
  return commands.findLast(isOffered)
}

/** What a text field needs itself: all that is typed, and undo, redo and "all" of the text. A choice needs its arrows. */
function isFree(keys: string, { key, target }: KeyboardEvent): boolean {
  if (!isField(target)) return !(key.startsWith('Arrow') && isChoice(target))
  return keys.startsWith('Mod+') && !/\+[zyai]$/i.test(keys)
}

function isField(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  return target.isContentEditable || target.matches('textarea, select, input:not([type=checkbox], [type=radio])')
}

const isChoice = (target: EventTarget | null) =>
  target instanceof Element && target.closest('[role=radiogroup], [role=combobox], input[type=radio]') !== null

const isInDialog = (target: EventTarget | null) =>
  target instanceof Element && target.closest('[role=dialog][aria-modal=true]') !== null
