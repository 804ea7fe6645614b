import path from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { labelSettings } from '../../renderer/verdicts/labelSettings.ts'
import { hasBrowser, launchBrowser, openWindow, type OpenWindow } from './browserInTest.ts'
import { LacunaInTest } from './lacunaInTest.ts'
import { smallFolder, smallSettings } from './smallFolder.ts'

describe.skipIf(!hasBrowser)('judging images in a browser, over the real engine', { timeout: 240_000 }, () => {
  let lacuna: LacunaInTest
  let browser: Browser
  let place: { project: number; ensemble: number }
  let imageSetId: number

  beforeAll(async () => {
    ;[lacuna, browser] = await Promise.all([LacunaInTest.start(), launchBrowser()])
    const folder = await smallFolder(path.join(lacuna.workspace, 'parts'))
    place = await lacuna.trained('parts', folder, smallSettings(2))
    imageSetId = (await lacuna.ask((api) => api.ensembles.show({ id: place.ensemble }))).imageSetId
  })
  afterAll(async () => {
    await browser?.close()
    await lacuna?.stop()
  })

  async function opened(query = '', options = {}): Promise<OpenWindow> {
    const window = await openWindow(browser, await lacuna.url, options)
    window.page.setDefaultTimeout(60_000)
    onTestFinished(() => window.close())
    await window.go(`/project/${place.project}/result/${place.ensemble}${query}`)
    await window.page.getByRole('gridcell').first().waitFor()
    return window
  }
  const saved = async () =>
    (await lacuna.ask((api) => api.verdicts.list({ imageSetId }))).map(({ position, verdict }) => `${position} ${verdict}`)
  const withdrawAll = async () => {
    const positions = (await lacuna.ask((api) => api.verdicts.list({ imageSetId }))).map(({ position }) => position)
    if (positions.length > 0) await lacuna.ask((api) => api.verdicts.withdraw({ imageSetId, positions }))
  }

  test('twenty are judged by keys alone; undone, redone and loaded again they are the same', async () => {
    await withdrawAll()
    const { page, complaints } = await opened('?scope=all')
    await firstTile(page).focus()
    await page.keyboard.press('Enter')
    for (let i = 0; i < 20; i++) await judge(page, ['1', '2', '4'][i % 3])
    await expect.poll(async () => (await saved()).length).toBe(20)
    const said = await saved()
    const signs = await verdictSigns(page)
    expect(signs.slice(0, 4)).toEqual(['Anomaly', 'Normal', 'Unsure', 'Anomaly'])
    for (let i = 0; i < 20; i++) await page.keyboard.press('Control+z')
    await expect.poll(saved).toEqual([])
    expect(await verdictSigns(page)).toEqual([])
    for (let i = 0; i < 20; i++) await page.keyboard.press('Control+Shift+z')
    await expect.poll(saved).toEqual(said)
    await page.reload()
    await firstTile(page).waitFor()
    await expect.poll(() => verdictSigns(page)).toEqual(signs)
    expect(complaints).toEqual([])
  })

  test('with judged images hidden the next image is the next verdict’s, and when all are judged it says so', async () => {
    await withdrawAll()
    const { page } = await opened('?filter=verdict:0;class:0;role:1')
    await firstTile(page).click()
    const count = Number(/^(\d+)/.exec(await page.getByRole('region', { name: 'Ranked images' }).getByText(/^\d+ images?$/).innerText())![1])
    for (let i = 1; i < count; i++) await judge(page, '1')
    await page.keyboard.press('1')
    await page.getByText('All of them are judged.').waitFor()
    await expect.poll(saved).toHaveLength(count)
    await page.getByRole('button', { name: 'Without “Not judged”' }).click()
    await expect.poll(() => verdictSigns(page)).toHaveLength(count)
  })

  test('a range is chosen by Shift, one taken out by Ctrl, all are judged at once and undone at once', async () => {
    await withdrawAll()
    const { page } = await opened()
    const tile = (i: number) => page.getByRole('gridcell').nth(i).getByRole('button')
    await tile(1).click()
    await tile(6).click({ modifiers: ['Shift'] })
    await tile(3).click({ modifiers: ['Control'] })
    await page.getByText('Of all 5 chosen images:').waitFor()
    await page.getByRole('region', { name: 'Verdict' }).getByRole('button', { name: /Normal/ }).click()
    await expect.poll(async () => (await saved()).length).toBe(5)
    await page.keyboard.press('Control+z')
    await expect.poll(saved).toEqual([])
  })

  test('a right class, a note and tags are kept with the verdict, by keys alone', async () => {
    await withdrawAll()
    const { page } = await opened('?image=3&scope=all')
    await page.keyboard.press('n')
    await page.keyboard.type('upside down 12')
    await page.keyboard.press('Enter')
    await page.keyboard.press('t')
    await page.keyboard.type('odd')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Escape')
    await page.keyboard.press('3')
    await page.getByRole('combobox', { name: 'Right class' }).waitFor()
    await page.keyboard.type('snea')
    await page.keyboard.press('Enter')
    await expect.poll(async () => lacuna.ask((api) => api.verdicts.list({ imageSetId }))).toMatchObject([
      { position: 3, verdict: 'mislabelled', class: 'Sneaker', note: 'upside down 12', tags: ['odd'] },
    ])
  })

  test('an engine that is killed while images are judged loses none of it unsaid', async () => {
    await withdrawAll()
    const { page } = await opened()
    await firstTile(page).click()
    for (let i = 0; i < 3; i++) await judge(page, '2')
    await expect.poll(async () => (await saved()).length).toBe(3)
    lacuna.killEngine()
    for (let i = 0; i < 3; i++) await judge(page, '1')
    await page.getByText('3 verdicts were not saved').waitFor()
    expect(await verdictSigns(page)).toEqual(['Normal', 'Normal', 'Normal'])
    await expect.poll(async () => {
      const again = page.getByRole('button', { name: 'Save again' })
      if (await again.isVisible()) await again.click()
      return (await saved()).length
    }, { timeout: 60_000, interval: 1000 }).toBe(6)
    await expect.poll(() => verdictSigns(page)).toEqual(['Normal', 'Normal', 'Normal', 'Anomaly', 'Anomaly', 'Anomaly'])
  })

  test('a filter holds in all panes and after a reload, and an empty one names the part that empties it', async () => {
    await withdrawAll()
    const { page } = await opened()
    await page.keyboard.press('f')
    await page.getByRole('group', { name: 'Class', exact: true }).getByLabel('Sneaker').check()
    await page.getByRole('img', { name: /^Latent space of member 1, .*: 12 images/ }).waitFor()
    await page.getByPlaceholder('Part of the path').fill('sneaker/')
    await expect.poll(() => page.url()).toContain('path:sneaker')
    await page.getByText('12 of 48 images').waitFor()
    await page.reload()
    await page.getByText('12 of 48 images').waitFor()
    await page.keyboard.press('f')
    await page.getByPlaceholder('Part of the path').fill('nowhere')
    await page.getByText('No image is shown: the filter “Path: nowhere”').waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'Clear all', exact: true }).click()
    await page.getByRole('img', { name: /^Latent space of member 1, .*: 48 images/ }).waitFor()
  })

  test('labels are judged by an ensemble with folds, and the third key takes the class that is suggested', async () => {
    const whole = labelSettings(smallSettings(4))
    const training = { ...whole.training, epochs: 4, leastSteps: 0, batch: 32 }
    const { id } = await lacuna.ask((api) => api.ensembles.create({ imageSetId, settings: { ...whole, training } }))
    await lacuna.trainAndScore(id)
    await withdrawAll()
    const window = await openWindow(browser, await lacuna.url)
    onTestFinished(() => window.close())
    const { page } = window
    await window.go(`/project/${place.project}/result/${id}?list=labels`)
    await page.getByRole('button', { name: 'Judge the labels' }).click()
    await page.getByRole('grid', { name: 'Label issues' }).waitFor()
    const found = await lacuna.ask((api) => api.labels.list({ ensembleId: id }))
    const issue = found.find(({ finding }) => finding === 'label issue')
    const row = page.getByRole('row').filter({ hasText: issue?.path ?? found[0].path })
    await row.getByRole('button').click()
    await page.keyboard.press('3')
    if (!issue) await page.keyboard.press('Enter')
    await expect.poll(async () => lacuna.ask((api) => api.verdicts.list({ imageSetId }))).toMatchObject([
      { verdict: 'mislabelled', class: issue?.suggested ?? null },
    ])
  })

  test.each(['light', 'dark'] as const)('axe finds nothing where images are filtered, chosen and judged, %s', async (colorScheme) => {
    await withdrawAll()
    await lacuna.ask((api) => api.verdicts.put({ imageSetId, positions: [1, 2], verdict: 'mislabelled', tags: ['odd'] }))
    await lacuna.ask((api) => api.verdicts.put({ imageSetId, positions: [3], verdict: 'anomaly' }))
    const { page, go } = await opened('', { colorScheme })
    const at = `/project/${place.project}/result/${place.ensemble}?scope=all`
    const faces = {
      [`${at}&size=rows&image=1`]: () => page.getByText('History').click(),
      [`${at}&filter=verdict:1.3&group=images:1-3`]: () => page.keyboard.press('f'),
      [`${at}&filter=path:nowhere`]: () => page.getByText('No image is shown: the filter').waitFor(),
      [`${at}&list=labels`]: () => page.getByRole('button', { name: /with 5 folds/ }).waitFor(),
    }
    for (const [address, ready] of Object.entries(faces)) {
      await go(address)
      await page.getByRole('region', { name: 'Ranked images' }).waitFor()
      await ready()
      const { violations } = await new AxeBuilder({ page }).analyze()
      expect(violations.map(({ id, nodes }) => `${address} ${id}: ${nodes.map(({ html }) => html).join('\n')}`)).toEqual([])
    }
  })
})

const firstTile = (page: Page) => page.getByRole('gridcell').first().getByRole('button')

const verdictSigns = (page: Page) =>
  page.getByRole('grid').locator('.sign[role=img]').evaluateAll((signs) => signs.map((sign) => sign.getAttribute('aria-label')))

/** Presses a verdict's key, and waits until the next image is looked at. */
async function judge(page: Page, key: string): Promise<void> {
  const before = page.url()
  await page.keyboard.press(key)
  await page.waitForFunction((url) => location.href !== url, before)
}
