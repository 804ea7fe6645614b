import { onBeforeUnmount, onMounted, ref } from 'vue'
import type { Tool } from '../../charts/latent/views.ts'

const keys: Record<string, Tool> = { s: 'lasso', g: 'move' }

/** What dragging over the picture does: s for the lasso, g to move, wherever the focus is but where text is typed. */
export function useTool() {
  const tool = ref<Tool>('move')
  function press(event: KeyboardEvent): void {
    const { key, target, ctrlKey, metaKey, altKey, defaultPrevented } = event
    if (defaultPrevented || ctrlKey || metaKey || altKey || isField(target)) return
    tool.value = keys[key] ?? tool.value
  }
  onMounted(() => document.addEventListener('keydown', press))
  onBeforeUnmount(() => document.removeEventListener('keydown', press))
  return tool
}

const isField = (target: EventTarget | null) =>
  target instanceof HTMLElement && target.matches('input, textarea, select, [contenteditable]')
