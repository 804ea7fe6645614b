import { expect, test, vi } from 'vitest'
import { windowInTest } from '../windowInTest.ts'

test('a backup that the desktop opens is the one that is to be restored', async () => {
  const { window, router } = await windowInTest('/settings?restore=%2Fhome%2Fada%2Fparts.lacuna')
  const field = () => window.find<HTMLInputElement>('#restore-file').element.value
  await vi.waitFor(() => expect(field()).toBe('/home/ada/parts.lacuna'), { timeout: 10_000 })
  await router.push('/settings?restore=%2Fother.lacuna')
  expect(field()).toBe('/other.lacuna')
})
