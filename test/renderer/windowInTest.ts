import { flushPromises, mount } from '@vue/test-utils'
import { createPinia } from 'pinia'
import { onTestFinished } from 'vitest'
import { createMemoryHistory, type Router } from 'vue-router'
import App from '../../renderer/App.vue'
import { connectEngine, engineFor } from '../../renderer/client/engine.ts'
import { createAppRouter } from '../../renderer/router.ts'
import { engineInTest } from '../engine/engineInTest.ts'

type TestEngine = Awaited<ReturnType<typeof engineInTest>>

/** The whole window at an address, over a real engine in this process whose workers stand in for those that compute. */
export async function windowInTest(address = '/', inTest?: TestEngine) {
  const { engine, api, ...rest } = inTest ?? await engineInTest()
  const router: Router = createAppRouter(createMemoryHistory())
  await router.push(address)
  // Mutable: a test takes the engine away and gives it back.
  const reach = { fetch: engine.fetch }
  const client = connectEngine('http://lacuna', (request) => reach.fetch(request))
  const window = mount(App, { attachTo: document.body, global: { plugins: [engineFor(client), router, createPinia()] } })
  onTestFinished(() => window.unmount())
  await flushPromises()
  return { window, router, engine, api, reach, ...rest }
}
