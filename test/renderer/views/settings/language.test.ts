import { mount } from '@vue/test-utils'
import { afterEach, beforeEach, expect, onTestFinished, test, vi } from 'vitest'

const reload = vi.spyOn(location, 'reload').mockImplementation(() => undefined)

beforeEach(() => vi.resetModules())
afterEach(() => {
  localStorage.clear()
  reload.mockClear()
})

test('a language is chosen by its own name, is kept, and the window is loaded again for it', async () => {
  const choice = await languageSwitch()
  await choice.find('input[aria-label=Deutsch]').setValue()
  expect(localStorage.getItem('language')).toBe('de')
  expect(reload).toHaveBeenCalledOnce()
})

test('what was chosen is marked, in the words of that language, and can be given up for the system’s', async () => {
  localStorage.setItem('language', 'de')
  const choice = await languageSwitch()
  expect(choice.attributes('aria-label')).toBe('Sprache')
  expect(choice.find<HTMLInputElement>('input[value=de]').element.checked).toBe(true)
  await choice.find('input[aria-label="Wie das System"]').setValue()
  expect(localStorage.getItem('language')).toBeNull()
  expect(reload).toHaveBeenCalledOnce()
})

test('Element Plus speaks the language of the window', async () => {
  const words = async () => (await import('../../../../renderer/components/elementWords.ts')).elementWords
  expect(await words()).toBeUndefined()
  vi.resetModules()
  localStorage.setItem('language', 'de')
  expect((await words())?.name).toBe('de')
})

/** As in a window that was just loaded: what it speaks is fixed then. */
async function languageSwitch() {
  const { default: LanguageSwitch } = await import('../../../../renderer/views/settings/LanguageSwitch.vue')
  const mounted = mount(LanguageSwitch)
  onTestFinished(() => mounted.unmount())
  return mounted
}
