import { flushPromises } from '@vue/test-utils'
import { expect, test, vi } from 'vitest'
import { lastPlace } from '../../../renderer/stores/places.ts'
import { windowInTest } from '../windowInTest.ts'

test('a screen that is left and come back to is as it was, and the last place is kept for the next start', async () => {
  const { window, router, api } = await windowInTest()
  const { id } = await api.projects.create({ name: 'parts' })
  await router.push(`/project/${id}/result?scope=all&size=112`)
  await flushPromises()
  const link = (title: string) => window.findAll('nav a').find((one) => one.text() === title)!
  await vi.waitFor(() => expect(link('Train')).toBeDefined())
  await link('Train').trigger('click')
  await vi.waitFor(() => expect(router.currentRoute.value.name).toBe('train'))
  expect(localStorage.getItem(lastPlace)).toBe(`/project/${id}/train`)
  await link('Result').trigger('click')
  await vi.waitFor(() => expect(router.currentRoute.value.fullPath).toBe(`/project/${id}/result?scope=all&size=112`))
})
