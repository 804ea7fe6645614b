import { expect, test, vi } from 'vitest'
import { engineInTest } from '../../engine/engineInTest.ts'
import { windowInTest } from '../windowInTest.ts'

const text = (window: Awaited<ReturnType<typeof windowInTest>>['window']) => window.text()

test('an engine that is away is said in a banner, which goes when another is in its place', async () => {
  const { window, cable } = await windowInTest()
  await vi.waitFor(() => expect(text(window)).toContain('What to bring'))
  const other = await engineInTest()
  await other.api.projects.create({ name: 'still here' })
  cable.pull()
  await vi.waitFor(() => expect(window.find('[role=alert]').exists()).toBe(true))
  expect(window.find('[role=alert]').text()).toContain('does not answer')
  cable.plug(other.engine.fetch)
  await vi.waitFor(() => expect(window.find('[role=alert]').exists()).toBe(false), { timeout: 10_000 })
  await vi.waitFor(() => expect(text(window)).toContain('still here'))
})

test('an engine of another version is said in a banner that offers to reload', async () => {
  const { engine } = await engineInTest()
  const older = (request: Request) => {
    const asked = new Request(request)
    asked.headers.set('x-lacuna-contract', '0')
    return engine.fetch(asked)
  }
  const inTest = await engineInTest()
  const { window } = await windowInTest('/', { ...inTest, engine: { ...inTest.engine, fetch: older } })
  await vi.waitFor(() => expect(window.find('[role=alert]').text()).toContain('Two versions of Lacuna'))
  expect(window.find('[role=alert] button').text()).toBe('Reload')
})

test('an address of a project that is gone says so', async () => {
  const { window } = await windowInTest('/project/7/result/3')
  await vi.waitFor(() => expect(text(window)).toContain('There is no such project'))
})

test.each(['images', 'train', 'result'])(
  'a project without anything has a face on the screen "%s"',
  async (screen) => {
    const inTest = await engineInTest()
    const { id } = await inTest.api.projects.create({ name: 'empty' })
    const { window } = await windowInTest(`/project/${id}/${screen}`, inTest)
    const faces: Record<string, string> = {
      images: 'No images yet',
      train: 'Nothing to train on yet',
      result: 'No result yet',
    }
    await vi.waitFor(() => expect(text(window)).toContain(faces[screen]), { timeout: 10_000 })
  },
)

test('the theme is kept, goes along in the address, and an address decides over what was kept', async () => {
  const inTest = await engineInTest()
  const { window, router } = await windowInTest('/', inTest)
  await window.find('input[value=dark]').setValue()
  await vi.waitFor(() => expect(router.currentRoute.value.query.theme).toBe('dark'))
  expect(document.documentElement.classList.contains('dark')).toBe(true)
  const { id } = await inTest.api.projects.create({ name: 'p' })
  await router.push(`/project/${id}/images`)
  expect(router.currentRoute.value.query.theme).toBe('dark')
  window.unmount()
  await windowInTest('/', inTest)
  expect(document.documentElement.classList.contains('dark')).toBe(true)
  await windowInTest('/?theme=light', inTest)
  expect(document.documentElement.classList.contains('dark')).toBe(false)
})
