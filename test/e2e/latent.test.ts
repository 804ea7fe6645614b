import path from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { hasBrowser, launchBrowser, openWindow, type OpenWindow } from './browserInTest.ts'
import { LacunaInTest } from './lacunaInTest.ts'
import { smallFolder, smallSettings } from './smallFolder.ts'

describe.skipIf(!hasBrowser)('the latent picture in a browser', () => {
  let lacuna: LacunaInTest
  let browser: Browser
  const trained = new Map<number, { project: number; ensemble: number }>()

  beforeAll(async () => {
    ;[lacuna, browser] = await Promise.all([LacunaInTest.start(), launchBrowser()])
    const folder = await smallFolder(path.join(lacuna.workspace, 'parts'))
    for (const latent of [2, 3, 5]) trained.set(latent, await lacuna.trained('parts', folder, smallSettings(latent)))
  }, 600_000)
  afterAll(async () => {
    await browser?.close()
    await lacuna?.stop()
  })

  async function opened(latent: number, query = '', options = {}): Promise<OpenWindow> {
    const window = await openWindow(browser, await lacuna.url, options)
    onTestFinished(() => window.close())
    const { project, ensemble } = trained.get(latent)!
    await window.go(`/project/${project}/result/${ensemble}${query}`)
    await picture(window.page).waitFor()
    return window
  }

  test('a lasso that the mouse draws is what the list shows, and a reload restores it', async () => {
    const { page, complaints } = await opened(2)
    await page.keyboard.press('s')
    await drawLasso(page, 0.7)
    const listed = await lassoed(page)
    expect(listed).toBeGreaterThan(0)
    await page.reload()
    await picture(page).waitFor()
    await expect.poll(() => lassoed(page)).toBe(listed)
    await page.locator('.scatter .kept').waitFor()
    expect(complaints).toEqual([])
  })

  test('a lasso stays what it was while another view is shown, also after a reload', async () => {
    const { page } = await opened(2)
    await page.getByRole('button', { name: 'Lasso' }).click()
    await drawLasso(page, 0.6)
    const listed = await lassoed(page)
    await choose(page, 'View', 'Both distances')
    await page.getByText('Distance from the centre, in radii').waitFor()
    expect(await lassoed(page)).toBe(listed)
    expect(await page.locator('.scatter .kept').count()).toBe(0)
    await page.reload()
    await page.getByText('Distance from the centre, in radii').waitFor()
    await expect.poll(() => lassoed(page)).toBe(listed)
  })

  test('in three dimensions a lasso holds what was behind it, however the space is turned afterwards', async () => {
    const { page } = await opened(3)
    await page.keyboard.press('s')
    await drawLasso(page, 0.5)
    const listed = await lassoed(page)
    expect(listed).toBeGreaterThan(0)
    await page.locator('.scatter .kept').waitFor()
    await page.keyboard.press('g')
    await dragAcross(page)
    await page.locator('.scatter .kept').waitFor({ state: 'detached' })
    expect(await lassoed(page)).toBe(listed)
    await page.reload()
    await picture(page).waitFor()
    await expect.poll(() => lassoed(page)).toBe(listed)
  })

  test('by keys: the picture is moved and zoomed, shown whole again, and what is in view selected', async () => {
    const { page } = await opened(2)
    await picture(page).focus()
    for (const key of ['Enter', 'Escape', '+', '+', '+', 'ArrowLeft', 'ArrowUp', 'Enter']) await page.keyboard.press(key)
    const near = await lassoed(page)
    await page.keyboard.press('0')
    await page.keyboard.press('Enter')
    await expect.poll(() => lassoed(page)).toBeGreaterThan(near)
  })

  test('a legend adds one class to another, takes it away, and two clicks leave it alone', async () => {
    const { page } = await opened(2)
    const entry = (name: string) => page.locator('.latent').getByRole('button', { name, exact: true })
    await entry('Dress').click()
    await entry('Sneaker').click()
    await expect.poll(() => page.url()).toContain('group=classes:1.2')
    await entry('Trouser').dblclick()
    await expect.poll(() => page.url()).toMatch(/group=class:\d/)
    expect(await entry('Trouser').getAttribute('aria-pressed')).toBe('true')
    expect(await entry('Dress').getAttribute('aria-pressed')).toBe('false')
    await entry('Trouser').click()
    await expect.poll(() => page.url()).not.toContain('group')
  })

  test('UMAP is computed beside the window under its policy, and looks the same each time', async () => {
    const { page, complaints } = await opened(5)
    const places: number[][] = []
    for (let i = 0; i < 2; i++) {
      await choose(page, 'View', 'UMAP')
      await page.getByText(/^UMAP of 5 dimensions/).waitFor({ timeout: 60_000 })
      places.push(await page.locator('.scatter .name').evaluateAll((all) => all.map((one) => one.getBoundingClientRect().x)))
      await page.reload()
      await picture(page).waitFor()
      await choose(page, 'View', 'Principal components')
    }
    expect(places[0].length).toBeGreaterThan(1)
    expect(places[1]).toEqual(places[0])
    expect(complaints).toEqual([])
  })

  test('an image that is selected elsewhere gets its ring, and no point is drawn anew; a class is drawn', async () => {
    const { page } = await opened(2)
    const drawn = await countDraws(page)
    for (const tile of [1, 4]) {
      const before = await page.locator('.scatter .ring').evaluateAll(([ring]) => ring?.getAttribute('style') ?? null)
      await page.getByRole('gridcell').nth(tile).getByRole('button').click()
      await page.getByRole('gridcell', { selected: true }).waitFor()
      await expect.poll(() => page.locator('.scatter .ring').getAttribute('style')).not.toBe(before)
    }
    await page.getByText('Distance to each class').waitFor()
    expect(await drawn()).toBe(0)
    await page.getByRole('list', { name: /^Classes/ }).getByRole('button').first().click()
    await expect.poll(drawn).toBeGreaterThan(0)
  })

  test('a canvas that the graphics system drops says so, and is drawn again when it is given back', async () => {
    const { page } = await opened(2)
    await page.evaluate(() => {
      const gl = document.querySelector<HTMLCanvasElement>('.scatter canvas')!.getContext('webgl2')!
      const loss = gl.getExtension('WEBGL_lose_context')!
      loss.loseContext()
      document.addEventListener('give-back', () => loss.restoreContext())
    })
    await page.getByText('The graphics system has dropped the picture').waitFor()
    await page.evaluate(() => document.dispatchEvent(new Event('give-back')))
    await page.getByText('The graphics system has dropped the picture').waitFor({ state: 'detached' })
    await expect.poll(() => inked(page)).toBeGreaterThan(100)
  })

  test.each(['light', 'dark'] as const)('axe finds nothing in any view, %s', async (colorScheme) => {
    const { page, complaints } = await opened(5, '?colour=disagreement', { colorScheme })
    const views = ['Principal components', 'Distance from centre', 'Distance to class', 'Both distances']
    for (const view of views) {
      await choose(page, 'View', view)
      const { violations } = await new AxeBuilder({ page }).include('.latent').analyze()
      expect(violations.map(({ id, nodes }) => `${view} ${id}: ${nodes.map(({ html }) => html).join('\n')}`)).toEqual([])
    }
    expect(complaints).toEqual([])
  })
})

const picture = (page: Page) => page.getByRole('img', { name: /^Latent space of member/ })

async function choose(page: Page, label: string, option: string): Promise<void> {
  await page.getByRole('combobox', { name: label, exact: true }).press('Enter')
  await page.getByRole('option', { name: option, exact: true }).click()
}

/** How many images are listed as those within the lasso. */
async function lassoed(page: Page): Promise<number> {
  const words = page.getByRole('region', { name: 'Ranked images' }).getByText(/^Within the lasso: \d+/)
  return Number(/: (\d+)/.exec(await words.innerText())![1])
}

/** Draws around the middle of the picture: a part of its width and height. */
async function drawLasso(page: Page, part: number): Promise<void> {
  const { x, y, width, height } = (await picture(page).boundingBox())!
  const at = (turn: number): [number, number] => [
    x + (width * (1 + part * Math.cos(turn))) / 2, y + (height * (1 + part * Math.sin(turn))) / 2,
  ]
  await page.mouse.move(...at(0))
  await page.mouse.down()
  for (let i = 1; i <= 24; i++) await page.mouse.move(...at((2 * Math.PI * i) / 24))
  await page.mouse.up()
  await expect.poll(() => page.url()).toContain('lasso')
}

/** Counts how often points are drawn from now on, once the picture has come to rest. */
async function countDraws(page: Page): Promise<() => Promise<number>> {
  await page.evaluate(() => {
    const [{ prototype }, seen] = [WebGL2RenderingContext, { draws: 0, last: performance.now() }]
    const draw = prototype.drawElements
    prototype.drawElements = function (...call) {
      Object.assign(seen, { draws: seen.draws + 1, last: performance.now() })
      draw.apply(this, call)
    }
    Object.assign(window, { seen })
  })
  type Seen = { seen: { draws: number; last: number } }
  await page.waitForFunction(() => performance.now() - (window as unknown as Seen).seen.last > 500)
  const draws = () => page.evaluate(() => (window as unknown as Seen).seen.draws)
  const before = await draws()
  return async () => (await draws()) - before
}

async function dragAcross(page: Page): Promise<void> {
  const { x, y, width, height } = (await picture(page).boundingBox())!
  await page.mouse.move(x + width * 0.3, y + height * 0.5)
  await page.mouse.down()
  await page.mouse.move(x + width * 0.6, y + height * 0.6, { steps: 5 })
  await page.mouse.up()
}

/** How many pixels of the picture are not empty. */
async function inked(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const canvas = document.querySelector<HTMLCanvasElement>('.scatter canvas')!
    const copy = document.createElement('canvas').getContext('2d')!
    await new Promise(requestAnimationFrame)
    canvas.dispatchEvent(new KeyboardEvent('keydown', { key: '0' }))
    await new Promise(requestAnimationFrame)
    copy.drawImage(canvas, 0, 0, 300, 150)
    const { data } = copy.getImageData(0, 0, 300, 150)
    return data.filter((value, i) => i % 4 === 3 && value > 0).length
  })
}
