import { flushPromises, mount } from '@vue/test-utils'
import { createPinia } from 'pinia'
import { onTestFinished } from 'vitest'
import { createMemoryHistory } from 'vue-router'
import App from '../../renderer/App.vue'
import { connectEngine, engineFor } from '../../renderer/client/engine.ts'
import { createAppRouter } from '../../renderer/router.ts'
import { engineInTest } from '../engine/engineInTest.ts'
import { Cable } from './cable.ts'

type TestEngine = Awaited<ReturnType<typeof engineInTest>>

/**
 * The whole window at an address, over a real engine in this process whose workers stand in for those that
 * compute.
 */
export async function windowInTest(address = '/', inTest?: TestEngine) {
  const { engine, ...rest } = inTest ?? (await engineInTest())
  const router = createAppRouter(createMemoryHistory())
  await router.push(address)
  const cable = new Cable(engine.fetch)
  const window = mount(App, {
    attachTo: document.body,
    global: { plugins: [engineFor(connectEngine('http://lacuna', cable.fetch)), router, createPinia()] },
  })
  onTestFinished(() => window.unmount())
  await flushPromises()
  return { window, router, cable, engine, ...rest }
}
