import path from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { hasBrowser, launchBrowser, openWindow, type OpenWindow } from './browserInTest.ts'
import { LacunaInTest } from './lacunaInTest.ts'
import { smallFolder, smallSettings } from './smallFolder.ts'

describe.skipIf(!hasBrowser)('scores side by side in a browser, over the real engine', { timeout: 240_000 }, () => {
  let lacuna: LacunaInTest
  let browser: Browser
  let place: { project: number; ensemble: number }
  let imageSetId: number
  /** The newest ensemble's and the one before: each by its first detector. */
  let ids: number[]

  beforeAll(async () => {
    ;[lacuna, browser] = await Promise.all([LacunaInTest.start(), launchBrowser()])
    const folder = await smallFolder(path.join(lacuna.workspace, 'parts'))
    const settings = smallSettings(2)
    place = await lacuna.trained('parts', folder, settings)
    imageSetId = (await lacuna.ask((api) => api.ensembles.show({ id: place.ensemble }))).imageSetId
    const second = await lacuna.ask((api) => api.ensembles.create({ imageSetId, settings: { ...settings, seed: 99 } }))
    await lacuna.trainAndScore(second.id)
    const lists = await Promise.all([second.id, place.ensemble].map((ensembleId) => lacuna.ask((api) => api.scores.list({ ensembleId }))))
    ids = lists.map((list) => list.find(({ detector }) => detector === lists[0][0].detector)!.id)
  }, 300_000)
  afterAll(async () => {
    await browser?.close()
    await lacuna?.stop()
  })

  async function opened(query = '', options = {}): Promise<OpenWindow> {
    const window = await openWindow(browser, await lacuna.url, options)
    window.page.setDefaultTimeout(60_000)
    onTestFinished(() => window.close())
    await window.go(`/project/${place.project}/compare${query}`)
    await window.page.getByRole('tabpanel').waitFor()
    return window
  }

  test('the newest two ensembles stand there at first, with the engine’s figures, sentences and differences', async () => {
    const { page, complaints } = await opened()
    const figures = await lacuna.ask((api) => api.comparisons.compute({ scoreIds: ids }))
    await page.getByText(figures.pairs[0].sentence).waitFor()
    await page.getByRole('img', { name: /^ROC curves of the common test images\. A: .*AUROC/ }).waitFor()
    const metrics = page.getByRole('region', { name: 'Metrics' })
    for (const { metrics: own } of figures.columns) await metrics.getByText(own!.auroc.toFixed(3), { exact: true }).first().waitFor()
    expect(await page.getByRole('link', { name: 'Compare' }).getAttribute('aria-current')).toBe('page')
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(1280)
    expect(complaints).toEqual([])
  })

  test('columns are added, swapped and removed by keys and buttons; the address has them after a reload', async () => {
    const { page } = await opened(`?scores=${ids.join('.')}`)
    await page.keyboard.press('a')
    await page.getByRole('region', { name: 'Column C' }).waitFor()
    await page.getByRole('button', { name: 'Swap columns B and C' }).click()
    await expect.poll(() => scoresIn(page)).toHaveLength(3)
    const three = scoresIn(page)
    expect(three[2]).toBe(ids[1])
    await page.reload()
    await page.getByRole('region', { name: 'Column C' }).waitFor()
    await page.getByRole('button', { name: 'Remove column B' }).click()
    await expect.poll(() => scoresIn(page)).toEqual([three[0], three[2]])
    await page.keyboard.press('x')
    await expect.poll(() => scoresIn(page)).toEqual([three[2], three[0]])
  })

  test('the quadrants have the engine’s counts, and list their images', async () => {
    const { page } = await opened(`?scores=${ids.join('.')}&part=images`)
    const { quadrants: { normals, anomalies } } = (await lacuna.ask((api) => api.comparisons.compute({ scoreIds: ids }))).pairs[0]
    const group = page.getByRole('group', { name: 'Images by what the two thresholds say' })
    const said = await group.getByRole('button').allInnerTexts()
    const order = ['second', 'both', 'neither', 'first'] as const
    expect(said.map((text) => text.match(/\d+/g)!.slice(0, 2).map(Number))).toEqual(order.map((one) => [normals[one], anomalies[one]]))
    await group.getByRole('button', { name: /^Neither flags/ }).click()
    const images = Number((await page.getByRole('region', { name: 'Images that differ' }).getByText(/^\d+ images?, each with its ranks$/).innerText()).split(' ')[0])
    expect(images).toBeGreaterThanOrEqual(normals.neither + anomalies.neither)
    expect(page.url()).toContain('show=neither')
  })

  test('what is selected is judged by keys, one image after the other, and shown by each column', async () => {
    const { page } = await opened(`?scores=${ids.join('.')}&part=images&show=moved`)
    await page.getByRole('gridcell').first().getByRole('button').click()
    await expect.poll(() => page.url()).toContain('image=')
    await page.getByRole('table', { name: 'Scores of the image' }).getByRole('row').nth(2).waitFor()
    for (const key of ['1', '2']) {
      const before = page.url()
      await page.keyboard.press(key)
      await page.waitForFunction((url) => location.href !== url, before)
    }
    await expect.poll(async () => (await lacuna.ask((api) => api.verdicts.list({ imageSetId }))).map(({ verdict }) => verdict).sort())
      .toEqual(['anomaly', 'normal'])
    await page.keyboard.press('Control+z')
    await page.keyboard.press('Control+z')
    await expect.poll(async () => (await lacuna.ask((api) => api.verdicts.list({ imageSetId }))).length).toBe(0)
  })

  test('a comparison is saved, renamed, removed and had back, and opens by its address', async () => {
    const { page, go } = await opened(`?scores=${ids.join('.')}`)
    const list = () => lacuna.ask((api) => api.comparisons.list({ projectId: place.project }))
    await page.getByRole('button', { name: 'Save as …' }).click()
    await page.getByRole('textbox', { name: 'Name of the comparison' }).fill('Seeds')
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: 'Rename' }).click()
    await page.getByRole('textbox', { name: 'Name of the comparison' }).fill('Two seeds')
    await page.keyboard.press('Enter')
    await expect.poll(list).toMatchObject([{ name: 'Two seeds', scoreIds: ids }])
    await page.getByRole('button', { name: 'Remove', exact: true }).click()
    await page.getByText('“Two seeds” was removed.').waitFor()
    await expect.poll(list).toEqual([])
    await page.getByRole('button', { name: 'Undo' }).first().click()
    await expect.poll(list).toMatchObject([{ name: 'Two seeds', scoreIds: ids }])
    await go(`/project/${place.project}/compare?saved=${(await list())[0].id}`)
    await page.getByRole('button', { name: 'Rename' }).waitFor()
    await page.getByText('Two seeds').filter({ visible: true }).first().waitFor()
    await page.getByRole('tabpanel').waitFor()
  })

  test.each(['light', 'dark'] as const)('axe finds nothing in any part, %s', async (colorScheme) => {
    const { page, go } = await opened('', { colorScheme })
    for (const part of ['figures', 'images', 'latent', 'unlike']) {
      await go(`/project/${place.project}/compare?scores=${ids.join('.')}&part=${part}&image=1`)
      await page.getByRole('table', { name: 'Scores of the image' }).waitFor()
      await page.getByRole('tabpanel').waitFor()
      const { violations } = await new AxeBuilder({ page }).analyze()
      expect(violations.map(({ id, nodes }) => `${part} ${id}: ${nodes.map(({ html }) => html).join('\n')}`)).toEqual([])
    }
  })
})

/** The scores in the address. */
const scoresIn = (page: Page): number[] => (/scores=([\d.]+)/.exec(page.url())?.[1] ?? '').split('.').map(Number)
