import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { hasBrowser, launchBrowser, openWindow } from './browserInTest.ts'
import { LacunaInTest } from './lacunaInTest.ts'

describe.skipIf(!hasBrowser)('the language of the window', () => {
  let lacuna: LacunaInTest
  let browser: Browser

  beforeAll(async () => {
    ;[lacuna, browser] = await Promise.all([LacunaInTest.start(), launchBrowser()])
  })
  afterAll(async () => {
    await browser?.close()
    await lacuna?.stop()
  })

  async function opened(locale: string) {
    const window = await openWindow(browser, await lacuna.url, { locale })
    onTestFinished(() => window.close())
    return window
  }

  test('is the system’s, where the window speaks it', async () => {
    const { page, complaints } = await opened('de-CH')
    await page.getByRole('heading', { name: 'Neues Projekt' }).waitFor()
    expect(await page.locator('html').getAttribute('lang')).toBe('de')
    expect(complaints).toEqual([])
  })

  test('is English where it does not', async () => {
    const { page } = await opened('sv-SE')
    await page.getByRole('heading', { name: 'New project' }).waitFor()
  })

  test('can be chosen, stays chosen, and can be left to the system again', async () => {
    const { page, go } = await opened('en-GB')
    await go('/settings')
    await page.getByRole('radio', { name: 'Deutsch' }).click()
    await page.getByRole('heading', { name: 'Einstellungen' }).waitFor()
    await go('/')
    await page.getByRole('heading', { name: 'Neues Projekt' }).waitFor()
    await go('/settings')
    await page.getByRole('radiogroup', { name: 'Sprache' }).getByRole('radio', { name: 'Wie das System' }).click()
    await page.getByRole('heading', { name: 'Settings' }).waitFor()
  })
})
