import {
  createRouter,
  createWebHashHistory,
  type Router,
  type RouteRecordRaw,
  type RouterHistory,
} from 'vue-router'
import ImagesView from './views/images/ImagesView.vue'
import ProjectsView from './views/projects/ProjectsView.vue'
import StudiesView from './views/studies/StudiesView.vue'
import TrainView from './views/train/TrainView.vue'
import { t } from './words/words.ts'

declare module 'vue-router' {
  interface RouteMeta {
    /** A screen's, as the window's title has it. */
    title?: string
  }
}

// Behind the hash, so that no host needs to know the screens: it serves one page.
const screens: RouteRecordRaw[] = [
  { path: '/', name: 'projects', meta: { title: t('Projects') }, component: ProjectsView },
  { path: '/project/:project(\\d+)/images/:set(\\d+)?', name: 'images', meta: { title: t('Images') }, component: ImagesView },
  { path: '/project/:project(\\d+)/train/:ensemble(\\d+)?', name: 'train', meta: { title: t('Train') }, component: TrainView },
  {
    path: '/project/:project(\\d+)/members/:ensemble(\\d+)?',
    name: 'members', meta: { title: t('Members') },
    component: () => import('./views/members/MembersView.vue'),
  },
  // The only screen that draws points in three dimensions: what it needs is large, and comes when it is
  // opened.
  {
    path: '/project/:project(\\d+)/result/:ensemble(\\d+)?',
    name: 'result', meta: { title: t('Result') },
    component: () => import('./views/result/ResultView.vue'),
  },
  {
    path: '/project/:project(\\d+)/compare',
    name: 'compare', meta: { title: t('Compare') },
    component: () => import('./views/compare/CompareView.vue'),
  },
  { path: '/studies', name: 'studies', meta: { title: t('Studies') }, component: StudiesView },
  {
    path: '/studies/build',
    name: 'build', meta: { title: t('Build') },
    component: () => import('./views/studies/build/BuildView.vue'),
  },
  {
    path: '/study/:study',
    name: 'study', meta: { title: t('Study') },
    component: () => import('./views/studies/show/StudyView.vue'),
  },
  {
    path: '/settings',
    name: 'settings', meta: { title: t('Settings') },
    component: () => import('./views/settings/SettingsView.vue'),
  },
  { path: '/:rest(.*)', redirect: { name: 'projects' } },
]

/**
 * The theme goes with a person from screen to screen; everything else in an address belongs to its screen.
 */
export function createAppRouter(history: RouterHistory = createWebHashHistory()): Router {
  const router = createRouter({ history, routes: screens })
  router.beforeEach((to, from) => {
    const { theme } = from.query
    if (theme === undefined || to.query.theme !== undefined || to.name === from.name) return true
    return { ...to, query: { ...to.query, theme } }
  })
  return router
}
