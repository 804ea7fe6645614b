import path from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { hasBrowser, launchBrowser, openWindow, type OpenWindow } from './browserInTest.ts'
import { LacunaInTest } from './lacunaInTest.ts'
import { smallFolder, smallSettings } from './smallFolder.ts'

/** A rule's threshold comes from a process of its own. */
const patient = { timeout: 20_000 }

describe.skipIf(!hasBrowser)('curves, scores and thresholds in a browser', () => {
  let lacuna: LacunaInTest
  let browser: Browser
  let place: { project: number; ensemble: number }

  beforeAll(async () => {
    ;[lacuna, browser] = await Promise.all([LacunaInTest.start(), launchBrowser()])
    place = await lacuna.trained('parts', await smallFolder(path.join(lacuna.workspace, 'parts')), smallSettings(2))
  }, 300_000)
  afterAll(async () => {
    await browser?.close()
    await lacuna?.stop()
  })

  async function opened(query = '', options = {}): Promise<OpenWindow> {
    const window = await openWindow(browser, await lacuna.url, options)
    onTestFinished(() => window.close())
    await window.go(`/project/${place.project}/result/${place.ensemble}${query}`)
    await window.page.getByRole('gridcell').first().waitFor()
    return window
  }
  const counts = (page: Page) => page.getByRole('table', { name: 'Flagged by role' }).innerText()

  test.each(['', '?curve=pr', '?axis=log'])('the point is dragged along the curve, and counts and address follow: %s', async (query) => {
    const { page, complaints } = await opened(query)
    const point = page.getByRole('slider', { name: /^Operating point/ })
    const { x, y } = (await point.boundingBox())!
    const before = await counts(page)
    await page.mouse.move(x + 7, y + 7)
    await page.mouse.down()
    const plane = (await page.locator('.plane').boundingBox())!
    await page.mouse.move(plane.x + plane.width / 2, plane.y + plane.height * 0.6, { steps: 5 })
    const during = await counts(page)
    expect(during).not.toBe(before)
    await page.mouse.up()
    await expect.poll(() => page.url()).toContain('threshold=')
    expect(await counts(page)).toBe(during)
    // The point lies on the curve that is drawn: within the plane, and where its figures say.
    const knob = (await point.boundingBox())!
    expect(knob.x + 7.5).toBeGreaterThanOrEqual(plane.x - 1)
    expect(knob.x + 7.5).toBeLessThanOrEqual(plane.x + plane.width + 1)
    expect(complaints).toEqual([])
  })

  test('by keys alone: a threshold is chosen by a rule, kept, put to use, and there after a restart', async () => {
    const { page, complaints } = await opened()
    await page.getByRole('tab', { name: 'Scores' }).focus()
    await page.keyboard.press('ArrowRight')
    await page.getByRole('combobox', { name: 'Rule' }).press('Enter')
    await page.getByRole('option', { name: 'Number to inspect' }).waitFor()
    for (let i = 0; i < 5 && !page.url().includes('rule=top'); i++) {
      await page.keyboard.press('ArrowDown')
      if (await page.locator('.el-select-dropdown__item.is-hovering', { hasText: 'Number to inspect' }).count()) await page.keyboard.press('Enter')
    }
    await page.getByRole('spinbutton', { name: 'Images to inspect' }).fill('7')
    await page.keyboard.press('Enter')
    await expect.poll(() => page.url(), patient).toMatch(/rule=top:7.*threshold=|threshold=.*rule=top:7/)
    await page.getByText('7 flagged').first().waitFor()
    await page.getByRole('textbox', { name: 'Name of the threshold' }).fill('seven a day')
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: 'Use seven a day' }).press('Enter')
    await page.getByRole('button', { name: 'Use seven a day' }).waitFor({ state: 'detached' })
    await expect.poll(() => page.url(), patient).not.toContain('threshold=')
    await page.reload()
    await page.getByRole('button', { name: /^seven a day/ }).and(page.locator('[aria-pressed=true]')).waitFor()
    await page.getByText('7 flagged').first().waitFor()
    expect(complaints).toEqual([])
  }, 240_000)

  test.each(['light', 'dark'] as const)('axe finds nothing, %s', async (colorScheme) => {
    const { page, go } = await opened('', { colorScheme })
    for (const query of ['?scores=threshold&rule=quantile:0.1&axis=log', '?by=class&curve=pr&counts=log']) {
      await go(`/project/${place.project}/result/${place.ensemble}${query}`)
      await page.getByText('95 % band').waitFor()
      const { violations } = await new AxeBuilder({ page }).include('.roc').include('.histogram').analyze()
      expect(violations.map(({ id, nodes }) => `${query} ${id}: ${nodes.map(({ html, failureSummary }) => `${html} ${failureSummary}`).join('\n')}`)).toEqual([])
    }
  }, 240_000)
})
