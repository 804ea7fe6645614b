import { ref } from 'vue'
import type { Tool } from '../../charts/latent/views.ts'
import { useCommands } from '../../commands/registry.ts'

/** What dragging over the latent picture does: s for the lasso, g to move. */
export function useTool() {
  const tool = ref<Tool>('move')
  const group = 'Latent space'
  useCommands(() => [
    { id: 'latent.lasso', title: 'Select with the lasso', group, keys: ['s'], run: () => (tool.value = 'lasso') },
    { id: 'latent.move', title: 'Move the picture', group, keys: ['g'], run: () => (tool.value = 'move') },
  ])
  return tool
}
