import { defineStore } from 'pinia'
import { reactive, watch } from 'vue'
import { type RouteLocationRaw, useRoute } from 'vue-router'
import { t } from '../words/words.ts'
import { useOpenProject } from './openProject.ts'

/** Where a person was last in this window, on this machine. */
export const lastPlace = 'lacuna.place'

/** The screens of a project, in the order in which the work goes through them. */
const screens = [
  { name: 'images', title: t('Images') },
  { name: 'train', title: t('Train') },
  { name: 'members', title: t('Members') },
  { name: 'result', title: t('Result') },
  { name: 'compare', title: t('Compare') },
]

/**
 * Each screen of each project as it was left: with what was selected, filtered and chosen there. Whoever comes
 * back finds it so, and the last of all also after a restart.
 */
export const usePlaces = defineStore('places', () => {
  const [route, open] = [useRoute(), useOpenProject()]
  const left = reactive(new Map<string, RouteLocationRaw>())
  const key = (project: number, screen: string) => `${project}/${screen}`

  watch(
    () => route.fullPath,
    (fullPath) => {
      if (!route.name) return
      localStorage.setItem(lastPlace, fullPath)
      if (open.id === null) return
      const { theme: _, ...query } = route.query
      left.set(key(open.id, String(route.name)), { name: route.name, params: route.params, query })
    },
    { immediate: true },
  )

  /** @param screen of the open project */
  const of = (screen: string): RouteLocationRaw =>
    left.get(key(open.id!, screen)) ?? { name: screen, params: { project: open.id! } }
  return { screens, of }
})
