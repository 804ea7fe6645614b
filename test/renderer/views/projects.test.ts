import { expect, test, vi } from 'vitest'
import { engineInTest } from '../../engine/engineInTest.ts'
import { windowInTest } from '../windowInTest.ts'

test('an empty workspace is welcomed with what to bring', async () => {
  const { window } = await windowInTest()
  await vi.waitFor(() => expect(window.text()).toContain('A folder with one folder of images for each class'))
})

test('a project that is made elsewhere appears without a reload', async () => {
  const { window, api } = await windowInTest()
  await vi.waitFor(() => expect(window.text()).toContain('What to bring'))
  await api.projects.create({ name: 'bolts' })
  await vi.waitFor(() => expect(window.find('[data-project]').text()).toContain('bolts'))
})

test('a folder that is not there is answered with what is wrong and what to do', async () => {
  const { window } = await windowInTest()
  await window.find('#source').setValue('/no/such/folder')
  await window.find('form').trigger('submit')
  await vi.waitFor(() =>
    expect(window.find('[role=alert]').text()).toContain('/no/such/folder is not there.'),
  )
  expect(window.find('[role=alert]').text()).toContain('Check the path')
})

test('importing a folder leads to its summary, with its problems and duplicates', async () => {
  const inTest = await engineInTest()
  const { window, router } = await windowInTest('/', inTest)
  await window
    .find('#source')
    .setValue(inTest.source({ classes: ['nut', 'bolt'], perClass: 10, salt: 1 }, 'parts'))
  await window.find('form').trigger('submit')
  await vi.waitFor(() => expect(window.find('.classes').text()).toContain('nut'), { timeout: 20_000 })
  expect(router.currentRoute.value.name).toBe('images')
  await vi.waitFor(() => expect(window.text()).toContain('1 file was left out'))
  expect(window.text()).toContain('Pairs that are alike1')
  expect(window.text()).toContain('In different splits: leaks1')
  const problem = window.findAll('.findings a').find((link) => link.text() === 'Empty files')!
  await router.push(problem.attributes('href')!)
  await vi.waitFor(() => expect(window.text()).toContain('x/broken.png'), { timeout: 10_000 })
})
