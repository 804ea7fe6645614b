import { onBeforeUnmount, onMounted } from 'vue'

/** Something that a person can ask for by a key. */
export interface KeyCommand {
  id: string
  title: string
  group: string
  keys: string[]
  run(): unknown
}

/** Offers commands by their keys as long as a component is on the screen, except where text is typed. */
export function useKeys(commands: () => KeyCommand[]): void {
  function press(event: KeyboardEvent): void {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || takesKeys(event.target)) return
    const command = commands().find(({ keys }) => keys.includes(event.key))
    if (!command) return
    event.preventDefault()
    command.run()
  }
  onMounted(() => document.addEventListener('keydown', press))
  onBeforeUnmount(() => document.removeEventListener('keydown', press))
}

function takesKeys(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('input, textarea, select, [role=combobox], [role=radiogroup]') !== null
}
