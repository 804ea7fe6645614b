import { defineStore } from 'pinia'
import { computed, onScopeDispose, ref, watch } from 'vue'
import { one, useWriteAddress } from '../composables/useAddress.ts'
import { useRoute } from 'vue-router'

export type ThemeChoice = 'system' | 'light' | 'dark'

const place = 'lacuna.theme'
const choices: ThemeChoice[] = ['system', 'light', 'dark']

/** Light or dark: as the address says, else as was chosen last, else as the system is. */
export const useTheme = defineStore('theme', () => {
  const route = useRoute()
  const write = useWriteAddress()
  const system = window.matchMedia('(prefers-color-scheme: dark)')
  const systemIsDark = ref(system.matches)
  const kept = ref(known(localStorage.getItem(place)))
  const choice = computed<ThemeChoice>(() => known(one(route.query.theme)) ?? kept.value ?? 'system')
  const dark = computed(() => (choice.value === 'system' ? systemIsDark.value : choice.value === 'dark'))

  function choose(next: ThemeChoice): void {
    kept.value = next
    localStorage.setItem(place, next)
    write({ theme: next === 'system' ? null : next })
  }

  const follow = (event: MediaQueryListEvent) => (systemIsDark.value = event.matches)
  system.addEventListener('change', follow)
  onScopeDispose(() => system.removeEventListener('change', follow))
  watch(dark, () => document.documentElement.classList.toggle('dark', dark.value), {
    immediate: true,
    flush: 'sync',
  })
  return { choice, dark, choose }
})

function known(value: string | null): ThemeChoice | null {
  return choices.find((choice) => choice === value) ?? null
}
