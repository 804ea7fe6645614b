import { defineStore } from 'pinia'
import { computed, onBeforeUnmount, type Ref, ref, shallowReactive } from 'vue'
import type { Command } from './command.ts'

type Source = Ref<Command[]>

/** All commands that what is on the screen offers; of two with the same keys the one offered last is asked. */
export const useCommandRegistry = defineStore('commands', () => {
  const sources = shallowReactive(new Set<Source>())
  const all = computed(() => [...sources].flatMap((source) => source.value))
  const withKeys = computed(() => all.value.filter(({ keys, enabled }) => keys?.length && enabled !== false))
  const open = ref<'palette' | 'sheet' | null>(null)

  /** @returns takes them away again */
  function offer(source: Source): () => void {
    sources.add(source)
    return () => void sources.delete(source)
  }
  return { all, withKeys, open, offer }
})

/** Offers commands as long as a component is on the screen. Their titles and `enabled` may depend on state. */
export function useCommands(commands: () => Command[]): void {
  const withdraw = useCommandRegistry().offer(computed(commands))
  onBeforeUnmount(withdraw)
}
