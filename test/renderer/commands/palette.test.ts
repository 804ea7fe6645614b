import { expect, test, vi } from 'vitest'
import { windowInTest } from '../windowInTest.ts'

const press = (key: string, more: KeyboardEventInit = {}, target: Element = document.body) =>
  target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more }))
const field = () => document.querySelector<HTMLInputElement>('[role=combobox][aria-label=Command]')
/** A dialogue that was closed stays in the page, hidden. */
const open = (label: string) => {
  const dialogs = [...document.querySelectorAll(`[role=dialog][aria-label="${label}"]`)]
  const overlays = dialogs.map((dialog) => dialog.closest<HTMLElement>('.el-overlay'))
  return overlays.find((overlay) => overlay?.style.display !== 'none') ?? null
}

test('the palette finds a screen by its name and goes there', async () => {
  const { router } = await windowInTest()
  press('k', { ctrlKey: true })
  await vi.waitFor(() => expect(open('Commands')).not.toBeNull())
  await vi.waitFor(() => expect(document.activeElement).toBe(field()))
  field()!.value = 'studies'
  field()!.dispatchEvent(new Event('input'))
  const first = () => document.querySelector('[role=option][aria-selected=true]')?.textContent
  await vi.waitFor(() => expect(first()).toMatch(/Studies/))
  press('Enter', {}, field()!)
  await vi.waitFor(() => expect(router.currentRoute.value.name).toBe('studies'))
})

test('the sheet lists the keys of what is on the screen', async () => {
  await windowInTest()
  press('?', { shiftKey: true })
  await vi.waitFor(() => expect(open('Keys')?.textContent).toMatch(/Find a command.*Ctrl/s))
})

test('what is typed into a field is no command', async () => {
  const { window, router } = await windowInTest()
  const input = window.find('input[type=text], input:not([type])').element
  press('?', { shiftKey: true }, input)
  press('9', { altKey: true }, input)
  expect(open('Keys')).toBeNull()
  expect(router.currentRoute.value.name).toBe('projects')
})
