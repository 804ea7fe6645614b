import { afterEach, expect, test, vi } from 'vitest'
import type { MenuCommand } from '../../../renderer/client/desktopMenu.ts'
import { windowInTest } from '../windowInTest.ts'

afterEach(() => delete window.lacunaMenu)

test('the desktop’s menu is told what the palette has, and runs by name what it may', async () => {
  let offered: MenuCommand[] = []
  let run: (id: string) => void = () => undefined
  window.lacunaMenu = {
    offer: (commands) => (offered = commands), onRun: (hear) => (run = hear), printPdf: async () => null,
  }
  const { router } = await windowInTest()
  const ofId = (id: string) => offered.find((one) => one.id === id)
  await vi.waitFor(() => expect(ofId('go.studies')).toEqual(
    { id: 'go.studies', title: 'Studies', group: 'Go to', keys: 'Alt+9', enabled: true },
  ))
  // Hidden ones are for keys alone, and what is offered must be able to leave the page.
  expect(ofId('commands')).toBeUndefined()
  expect(structuredClone(offered)).toEqual(offered)
  expect(ofId('go.train')).toMatchObject({ enabled: false })
  run('go.train')
  run('go.studies')
  await vi.waitFor(() => expect(router.currentRoute.value.name).toBe('studies'))
})
