import path from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { hasBrowser, launchBrowser, openWindow, type OpenWindow } from './browserInTest.ts'
import { LacunaInTest } from './lacunaInTest.ts'
import { smallFolder, smallSettings } from './smallFolder.ts'

describe.skipIf(!hasBrowser)('a window in a browser, over the real engine and the real TensorFlow', () => {
  let lacuna: LacunaInTest
  let browser: Browser
  let folder: string
  let flat: { project: number; ensemble: number }

  beforeAll(async () => {
    ;[lacuna, browser] = await Promise.all([LacunaInTest.start(), launchBrowser()])
    folder = await smallFolder(path.join(lacuna.workspace, 'parts'))
    flat = await lacuna.trained('flat', folder, smallSettings(2))
  })
  afterAll(async () => {
    await browser?.close()
    await lacuna?.stop()
  })

  async function opened(options = {}): Promise<OpenWindow> {
    const window = await openWindow(browser, await lacuna.url, options)
    onTestFinished(() => window.close())
    return window
  }
  async function resultOpened(query = '', options = {}): Promise<OpenWindow> {
    const window = await opened(options)
    await window.go(`/project/${flat.project}/result/${flat.ensemble}${query}`)
    await shown(window.page)
    return window
  }

  test('the key to Lacuna leaves the address at once', async () => {
    const { page } = await opened()
    await page.getByRole('heading', { name: 'Projects' }).waitFor()
    expect(page.url()).not.toContain('token')
  })

  test('by mouse alone: a folder is imported, two members are trained, what is strange is looked at', async () => {
    const { page, complaints } = await opened()
    await page.getByLabel('Folder with images').fill(folder)
    await page.getByRole('button', { name: 'Import', exact: true }).click()
    await page.getByRole('row', { name: 'Sneaker' }).waitFor()
    await page.getByRole('link', { name: 'Train an ensemble' }).click()
    await page.getByRole('radiogroup', { name: 'Bag' }).getByText('Held out').click()
    await page.getByText('More settings').click()
    for (const [name, value] of [
      ['Members', '2'],
      ['Latent dimension', '8'],
      ['Epochs', '3'],
      ['At least steps', '0'],
      ['Seed', '2'],
    ]) {
      await page.getByRole('spinbutton', { name }).fill(value)
    }
    await page.getByRole('button', { name: 'Start training' }).click()
    await page.getByRole('progressbar', { name: 'Member 2' }).waitFor()
    await page.getByRole('link', { name: 'Open the result' }).click()
    await shown(page)
    await page.getByText(/Principal components 1 and 2 of 8/).waitFor()
    expect(complaints).toEqual([])
  })

  test('a point that is clicked is the picture that is shown and the tile that is marked', async () => {
    const { page, complaints } = await resultOpened()
    await clickSomePoint(page)
    const chosen = page.locator('[role=gridcell][aria-selected=true]')
    await chosen.waitFor()
    const [, rank] = /Rank ([\d,]+)/.exec(
      (await chosen.getByRole('button').getAttribute('aria-label')) ?? '',
    )!
    await expect
      .poll(() => page.getByRole('region', { name: 'Image', exact: true }).innerText())
      .toContain(`${rank} of`)
    expect(complaints).toEqual([])
  })

  test('bars that are dragged over are what the gallery lists; a reload restores it', async () => {
    const { page } = await resultOpened()
    const histogram = page.getByRole('img', { name: /^Histogram/ })
    const { x, y, width, height } = (await histogram.boundingBox())!
    await page.mouse.move(x + width * 0.6, y + height * 0.5)
    await page.mouse.down()
    await page.mouse.move(x + width * 0.8, y + height * 0.5, { steps: 4 })
    await page.mouse.up()
    const gallery = page.getByRole('region', { name: 'Ranked images' })
    await gallery.getByText(/^Scores .* to .*: \d+/).waitFor()
    const listed = await gallery.getByText(/^\d+ images?$/).innerText()
    await page.reload()
    await shown(page)
    expect(await gallery.getByText(/^\d+ images?$/).innerText()).toBe(listed)
  })

  test('the threshold is dragged, counts and curve follow, and the address keeps it', async () => {
    const { page } = await resultOpened()
    const slider = page.getByRole('slider', { name: 'Threshold' })
    const { x, y, width } = (await slider.boundingBox())!
    const before = await page.getByRole('table', { name: 'Flagged by role' }).innerText()
    await page.mouse.move(x + width / 2, y + 40)
    await page.mouse.down()
    await page.mouse.move(x + width / 2 - 90, y + 40, { steps: 5 })
    const during = await page.getByRole('table', { name: 'Flagged by role' }).innerText()
    expect(during).not.toBe(before)
    await page.mouse.up()
    await expect.poll(() => page.url()).toContain('threshold=')
    expect(await page.getByRole('table', { name: 'Flagged by role' }).innerText()).toBe(during)
  })

  test('by keys alone: from the address bar to an image, and to its picture', async () => {
    const { page } = await resultOpened()
    await tabTo(page, '[role=gridcell] button')
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('ArrowDown')
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.getAttribute('aria-label')))
      .toMatch(/^Rank (?!1:)/)
    await expect.poll(() => page.url()).toContain('image=')
    await page.keyboard.press('Escape')
    await expect.poll(() => page.url()).not.toContain('image=')
  })

  test('an engine killed under an open window is told of, and the window goes on with the next', async () => {
    const { page } = await resultOpened('?image=3')
    lacuna.killEngine()
    await page.getByRole('alert').getByText('does not answer').waitFor()
    await page.getByRole('alert').waitFor({ state: 'detached' })
    await page.getByRole('link', { name: 'Train' }).click()
    await page.getByRole('button', { name: 'Start training' }).waitFor()
    await page.goBack()
    await shown(page)
    expect(page.url()).toContain('image=3')
  })

  test.each(['light', 'dark'] as const)('axe finds nothing on any screen, %s', async (colorScheme) => {
    const { page, go } = await opened({ colorScheme })
    const { project, ensemble } = flat
    const screens = {
      '/': () => page.getByRole('heading', { name: 'Projects' }).waitFor(),
      [`/project/${project}/images`]: () => page.getByRole('row', { name: 'Sneaker' }).waitFor(),
      [`/project/${project}/train`]: () => page.getByText('More settings').click(),
      [`/project/${project}/train/${ensemble}`]: () =>
        page.getByRole('link', { name: 'Open the result' }).waitFor(),
      [`/project/${project}/result/${ensemble}?image=3&group=class:0`]: async () => {
        await shown(page)
        await page.getByRole('combobox', { name: 'Detector' }).press('Enter')
        await page.getByRole('option').first().waitFor()
      },
    }
    for (const [address, ready] of Object.entries(screens)) {
      await go(address)
      await ready()
      const { violations } = await new AxeBuilder({ page }).analyze()
      expect(
        violations.map(
          ({ id, nodes }) =>
            `${address} ${id}: ${nodes.map((node) => `${node.html} ${node.failureSummary}`).join('\n')}`,
        ),
      ).toEqual([])
    }
  })
})

/** Until all panes of a result show something. */
async function shown(page: Page): Promise<void> {
  await page.getByRole('gridcell').first().waitFor()
  await page.getByRole('img', { name: /^Latent space of member/ }).waitFor()
  await page.getByRole('img', { name: /^Histogram/ }).waitFor()
}

/** Clicks where the pointer finds a point. */
async function clickSomePoint(page: Page): Promise<void> {
  const { x, y, width, height } = (await page.getByRole('img', { name: /^Latent space/ }).boundingBox())!
  for (let i = 1; i < 200; i++) {
    const [atX, atY] = [x + (width * ((i * 37) % 100)) / 100, y + (height * ((i * 61) % 100)) / 100]
    await page.mouse.move(atX, atY)
    if ((await page.locator('.hover').count()) === 0) continue
    return page.mouse.click(atX, atY)
  }
  throw new Error('There is no point under any of 200 places.')
}

async function tabTo(page: Page, selector: string): Promise<void> {
  for (let i = 0; i < 80; i++) {
    await page.keyboard.press('Tab')
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted), selector)) return
  }
  throw new Error(`The Tab key does not reach ${selector}.`)
}
