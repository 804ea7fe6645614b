import { ref } from 'vue'
import type { Tool } from '../../charts/latent/views.ts'
import { useCommands } from '../../commands/registry.ts'
import { t } from '../../words/words.ts'

/** What dragging over the latent picture does: s for the lasso, g to move. */
export function useTool() {
  const tool = ref<Tool>('move')
  const group = t('Latent space')
  useCommands(() => [
    { id: 'latent.lasso', title: t('Select with the lasso'), group, keys: ['s'], run: () => (tool.value = 'lasso') },
    { id: 'latent.move', title: t('Move the picture'), group, keys: ['g'], run: () => (tool.value = 'move') },
  ])
  return tool
}
