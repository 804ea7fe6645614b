import { computed, watch } from 'vue'
import { desktopMenu, type MenuCommand } from '../client/desktopMenu.ts'
import type { Command } from './command.ts'
import { useCommandRegistry } from './registry.ts'

/** The commands of the palette stand in the desktop's menu, too. In a browser there is none. */
export function useDesktopMenu(): void {
  const menu = desktopMenu()
  if (!menu) return
  const registry = useCommandRegistry()
  const offered = computed(() => registry.all.filter(({ hidden }) => !hidden).map(menuCommand))
  // As text: commands are made anew whenever anything on the screen changes, and mostly come out the same.
  watch(() => JSON.stringify(offered.value), () => menu.offer(offered.value), { immediate: true })
  menu.onRun((id) => {
    const command = registry.all.findLast((one) => one.id === id && one.enabled !== false)
    command?.run()
  })
}

function menuCommand({ id, title, group, keys, enabled }: Command): MenuCommand {
  return { id, title, group, keys: keys?.[0] ?? null, enabled: enabled !== false }
}
