import { mkdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { hasBrowser, launchBrowser, openWindow, type OpenWindow } from './browserInTest.ts'
import { LacunaInTest } from './lacunaInTest.ts'
import { smallFolder, smallSettings } from './smallFolder.ts'

/** One of each kind, then nineteen by the two keys that are pressed most: the third asks for a class. */
const keys = ['3', '4', ...Array.from('121212121212121212')]
const [title, question, author] = ['Are strangers found?', 'Are bags told from clothes?', 'Ada Example']

describe.skipIf(!hasBrowser)('from two ensembles to a report that can be signed, in a browser over the real engine', { timeout: 240_000 }, () => {
  let lacuna: LacunaInTest
  let browser: Browser
  let place: { project: number; ensemble: number }
  let rival: number
  let imageSetId: number

  beforeAll(async () => {
    ;[lacuna, browser] = await Promise.all([LacunaInTest.start(), launchBrowser()])
    const folder = await smallFolder(path.join(lacuna.workspace, 'parts'))
    const small = smallSettings(2)
    const settings = { ...small, members: 2, training: { ...small.training, epochs: 3 } }
    place = await lacuna.trained('parts', folder, settings)
    imageSetId = (await lacuna.ask((api) => api.ensembles.show({ id: place.ensemble }))).imageSetId
    rival = (await lacuna.ask((api) => api.ensembles.create({ imageSetId, settings: { ...settings, seed: 7, members: 1 }, name: 'rival' }))).id
    await lacuna.trainAndScore(rival)
  }, 300_000)
  afterAll(async () => {
    await browser?.close()
    await lacuna?.stop()
  })

  async function opened(address: string): Promise<OpenWindow> {
    const window = await openWindow(browser, await lacuna.url)
    window.page.setDefaultTimeout(60_000)
    onTestFinished(() => window.close())
    await window.go(address)
    return window
  }
  const result = (query = '') => `/project/${place.project}/result/${place.ensemble}${query}`

  test('two are compared, twenty images judged, a third is trained, and the report has all of it', async () => {
    const { page, go, complaints } = await opened(`/project/${place.project}/compare`)
    await keepComparison(page)
    await go(result('?scope=all&filter=role:0&size=rows'))
    await judgeTwenty(page)
    const verdicts = await lacuna.ask((api) => api.verdicts.list({ imageSetId }))
    expect(Map.groupBy(verdicts, ({ verdict }) => verdict).size).toBe(4)
    const after = await trainAgain(page)
    expect(complaints).toEqual([])
    const folder = path.join(lacuna.workspace, 'report')
    mkdirSync(folder)
    await go(`/project/${place.project}/result/${after}`)
    await writeReport(page, folder)
    expect(complaints).toEqual([])
    await lookThrough(folder, after)
  })

  /** What the file says, by JavaScript or without, is what the engine knows. */
  async function lookThrough(folder: string, after: number): Promise<void> {
    const context = await browser.newContext({ offline: true, javaScriptEnabled: false })
    onTestFinished(() => context.close())
    const page = await context.newPage()
    await page.goto(pathToFileURL(path.join(folder, 'index.html')).href)
    expect(await page.locator('h1').innerText()).toBe(title)
    const ids = await page.locator('h2').evaluateAll((heads) => heads.map(({ id }) => id))
    for (const id of ['method', 'threshold', 'top', 'verdicts', 'retraining', 'comparison', 'members', 'data', 'limits', 'made', 'signatures']) {
      expect(ids).toContain(id)
    }
    const section = (id: string) => page.locator(`section:has(> #${id})`)
    expect(await section('method').innerText()).toContain(question)
    expect(await section('verdicts').innerText()).toContain('20 images were judged')
    expect(await section('verdicts').locator('tbody tr').count()).toBe(20)
    expect(await section('comparison').innerText()).toContain('Comparison “first and rival”')
    expect(await section('signatures').innerText()).toMatch(new RegExp(`Prepared by\\s+${author}[^]*Checked by[^]*Released by`))
    await sameAsEngine(folder, after)
    expect((await section('retraining').locator('tbody tr').allInnerTexts()).map((row) => row.split(/\s/)[0])).toEqual(['before', 'after'])
  }

  /** The report's before and after are the comparison of the two scores, figure by figure. */
  async function sameAsEngine(folder: string, after: number): Promise<void> {
    const { findings, auroc } = JSON.parse(readFileSync(path.join(folder, 'summary.json'), 'utf8'))
    const scoreIds = await Promise.all([place.ensemble, after].map(async (ensembleId) => {
      const scores = await lacuna.ask((api) => api.scores.list({ ensembleId }))
      return scores.find(({ detector }) => detector === scores[0].detector)!.id
    }))
    const compared = await lacuna.ask((api) => api.comparisons.compute({ scoreIds }))
    expect(findings.retrainings).toMatchObject([{ compared: { columns: compared.columns, normals: compared.normals } }])
    expect(auroc).toBe(compared.columns[1].metrics!.auroc)
    expect(findings.commands.some((line: string) => line.startsWith('lacuna retrain '))).toBe(true)
  }

  async function trainAgain(page: Page): Promise<number> {
    await page.getByRole('button', { name: 'Train again …' }).click()
    const dialog = page.getByRole('dialog', { name: 'Train again from verdicts' })
    await dialog.getByRole('button', { name: 'Train again', exact: true }).click()
    await dialog.getByRole('region', { name: 'Before and after' }).waitFor({ timeout: 180_000 })
    return Number(/retrained=(\d+)/.exec(page.url())![1])
  }

  async function keepComparison(page: Page): Promise<void> {
    await page.getByText('Differences in AUROC').waitFor()
    await page.getByRole('button', { name: 'Save as …' }).click()
    await page.getByLabel('Name of the comparison').fill('first and rival')
    await page.getByRole('button', { name: 'Save', exact: true }).click()
    await page.waitForURL(/[?&]saved=\d/)
    expect(await lacuna.ask((api) => api.comparisons.list({ projectId: place.project }))).toHaveLength(1)
  }

  async function judgeTwenty(page: Page): Promise<void> {
    await page.getByRole('grid').getByRole('row').first().getByRole('button').click()
    for (const key of keys) await judge(page, key)
    await expect.poll(async () => (await lacuna.ask((api) => api.verdicts.list({ imageSetId }))).length).toBe(20)
  }
})

/** Presses a verdict's key, and waits until the next image is looked at; what is mislabelled gets a class. */
async function judge(page: Page, key: string): Promise<void> {
  const before = page.url()
  await page.keyboard.press(key)
  if (key === '3') {
    await page.getByRole('combobox', { name: 'Right class' }).waitFor()
    await page.keyboard.type('Dress')
    await page.keyboard.press('Enter')
  }
  await page.waitForFunction((url) => location.href !== url, before)
}

async function writeReport(page: Page, folder: string): Promise<void> {
  await page.getByRole('button', { name: 'Report …' }).click()
  const dialog = page.getByRole('dialog', { name: 'Report' })
  await dialog.getByLabel('Title', { exact: true }).fill(title)
  await dialog.getByLabel('Question', { exact: true }).fill(question)
  await dialog.getByLabel('Prepared by').fill(author)
  await dialog.getByLabel('A saved comparison').check()
  await page.getByRole('combobox', { name: 'Comparison', exact: true }).press('Enter')
  await page.getByRole('option', { name: 'first and rival' }).click()
  await dialog.getByLabel('Write into').fill(folder)
  await dialog.getByRole('button', { name: 'Write the report' }).click()
  await dialog.getByText('Written.').waitFor()
}
