import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { hasBrowser, launchBrowser, openWindow, type OpenWindow } from './browserInTest.ts'
import { LacunaInTest } from './lacunaInTest.ts'
import { smallFolder, smallSettings } from './smallFolder.ts'

describe.skipIf(!hasBrowser)('what to judge next, and what verdicts are good for, in a browser over the real engine', { timeout: 240_000 }, () => {
  let lacuna: LacunaInTest
  let browser: Browser
  let place: { project: number; ensemble: number }
  let imageSetId: number

  beforeAll(async () => {
    ;[lacuna, browser] = await Promise.all([LacunaInTest.start(), launchBrowser()])
    const folder = await smallFolder(path.join(lacuna.workspace, 'parts'))
    place = await lacuna.trained('parts', folder, { ...smallSettings(2), members: 2 })
    imageSetId = (await lacuna.ask((api) => api.ensembles.show({ id: place.ensemble }))).imageSetId
  }, 300_000)
  afterAll(async () => {
    await browser?.close()
    await lacuna?.stop()
  })

  const address = (query = '') => `/project/${place.project}/result/${place.ensemble}${query}`
  async function opened(query = '', options = {}): Promise<OpenWindow> {
    const window = await openWindow(browser, await lacuna.url, options)
    window.page.setDefaultTimeout(60_000)
    onTestFinished(() => window.close())
    await window.go(address(query))
    await window.page.getByRole('region', { name: 'Ranked images' }).waitFor()
    return window
  }
  const verdicts = () => lacuna.ask((api) => api.verdicts.list({ imageSetId }))
  async function withdrawAll(): Promise<void> {
    const positions = (await verdicts()).map(({ position }) => position)
    if (positions.length > 0) await lacuna.ask((api) => api.verdicts.withdraw({ imageSetId, positions }))
  }
  function emptyFolder(): string {
    const folder = mkdtempSync(path.join(tmpdir(), 'lacuna-exported-'))
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
    return folder
  }

  test('images are proposed by a strategy with a reason, nothing moves while they are judged, and the next is looked at', async () => {
    await withdrawAll()
    const { page, complaints } = await opened('?list=next&next=disagreement&size=rows')
    const rows = () => page.getByRole('grid', { name: 'Images to judge' }).getByRole('row').allInnerTexts()
    await page.getByRole('row').filter({ hasText: 'Members disagree' }).first().waitFor()
    const before = await rows()
    await page.getByRole('row').first().getByRole('button').click()
    await page.getByRole('region', { name: 'Verdict' }).getByText(/To judge: Members disagree/).waitFor()
    for (let i = 0; i < 3; i++) await judge(page, '2')
    await expect.poll(async () => (await verdicts()).length).toBe(3)
    expect((await rows()).map(withoutSign)).toEqual(before.map(withoutSign))
    expect(await page.getByRole('row').nth(3).getByRole('button').getAttribute('class')).toContain('looked')
    await page.getByText(/4[57] waiting/).waitFor()
    expect(complaints).toEqual([])
  })

  test('the strategy lies in the address, and one with nothing to go by says what is missing', async () => {
    const { page } = await opened('?list=next')
    await pick(page, 'Judge next', 'One of each kind')
    await expect.poll(() => page.url()).toContain('next=variety')
    await page.getByRole('gridcell').first().getByRole('button', { name: /To judge: The strangest of all/ }).waitFor()
    await pick(page, 'Judge next', 'Likeliest wrong label')
    await page.getByText('The labels were not judged yet').waitFor()
    await page.getByRole('button', { name: 'Go to the label issues' }).click()
    await page.getByRole('button', { name: /with 5 folds/ }).waitFor()
  })

  test('verdicts are saved as a file, imported again, and what a file names wrongly is said', async () => {
    await withdrawAll()
    await lacuna.ask((api) => api.verdicts.put({ imageSetId, positions: [2, 5], verdict: 'anomaly', note: 'odd' }))
    const { page } = await opened()
    const saved = page.waitForEvent('download')
    await action(page, 'Save the verdicts as CSV')
    const file = path.join(emptyFolder(), 'mine.csv')
    await (await saved).saveAs(file)
    await withdrawAll()
    await action(page, 'Import verdicts …')
    const text = `${readFileSync(file, 'utf8')}nowhere/1.png,,,normal,,,,\n`
    await choose(page, 'mine.csv', text)
    await page.getByText('2 verdicts imported').waitFor()
    await page.getByRole('list', { name: 'Unknown images' }).getByText('nowhere/1.png').waitFor()
    expect(await verdicts()).toMatchObject([{ position: 2, verdict: 'anomaly', note: 'odd' }, { position: 5 }])
    await choose(page, 'mine.csv', 'path,verdict\na.png,strange\n')
    await page.getByText('Line 2 of mine.csv: verdict does not fit').waitFor()
  })

  test('judged images are written into a folder for each verdict, as copies', async () => {
    await withdrawAll()
    await lacuna.ask((api) => api.verdicts.put({ imageSetId, positions: [1, 2, 3], verdict: 'anomaly' }))
    const folder = emptyFolder()
    const { page } = await opened('?scope=all')
    await action(page, 'Export images …')
    await pick(page, 'Images', 'Judged: 3 images')
    await pick(page, 'Laid out in', 'A folder for each verdict')
    await page.getByLabel('Folder', { exact: true }).fill(folder)
    await page.getByRole('button', { name: 'Write 3 images' }).click()
    await page.getByText('3 images written').waitFor()
    expect(readdirSync(path.join(folder, 'anomaly'))).toHaveLength(3)
    await page.getByLabel('Folder', { exact: true }).fill('not/absolute')
    await page.getByRole('button', { name: 'Write 3 images' }).click()
    await page.getByText('"not/absolute" is not an absolute path').waitFor()
  })

  test('the model is written, and how far its scores agree is said', async () => {
    const folder = emptyFolder()
    const { page } = await opened()
    await action(page, 'Export the model …')
    await page.getByLabel('Folder', { exact: true }).fill(folder)
    await page.getByRole('button', { name: 'Write the model' }).click()
    await page.getByText(/Lacuna’s within \d\.\de-\d+ of their standard deviation, over \d+ images/).waitFor({ timeout: 120_000 })
    expect(readdirSync(folder).some((file) => file.endsWith('.onnx'))).toBe(true)
  })

  test('an ensemble is trained again from verdicts, and before and after are compared on the same test images', async () => {
    await withdrawAll()
    const { page, complaints } = await opened('?scope=all')
    await action(page, 'Train again from verdicts …')
    await page.getByText('No image that this ensemble learned from was judged').waitFor()
    await page.keyboard.press('Escape')
    const positions = await trained(8)
    await lacuna.ask((api) => api.verdicts.put({ imageSetId, positions, verdict: 'anomaly' }))
    await page.getByRole('button', { name: 'Train again …' }).click()
    const dialog = page.getByRole('dialog', { name: 'Train again from verdicts' })
    await dialog.getByText('8 leave training').waitFor()
    await dialog.getByRole('button', { name: 'Train again', exact: true }).click()
    const panel = dialog.getByRole('region', { name: 'Before and after' })
    await panel.waitFor({ timeout: 180_000 })
    expect(await panel.getByRole('row').count()).toBe(3)
    expect(await panel.innerText()).toMatch(/Difference of the AUROC: [+−]0\.\d{3} \([+−]\d\.\d{3} to [+−]\d\.\d{3}\), p [=<] 0\.\d+ by DeLong/)
    await page.reload()
    await panel.waitFor()
    await panel.getByRole('link', { name: 'Open the new result' }).click()
    await page.getByRole('region', { name: 'Ranked images' }).waitFor()
    expect(page.url()).not.toContain(`/result/${place.ensemble}`)
    expect(complaints).toEqual([])
  })

  /** Images that the ensemble learned from, so many. */
  async function trained(most: number): Promise<number[]> {
    const found: number[] = []
    for (let position = 0; found.length < most; position++) {
      const { split, label } = await lacuna.ask((api) => api.imageSets.row({ id: imageSetId, position }))
      if (split === 'train' && label !== 'Bag') found.push(position)
    }
    return found
  }

  test.each(['light', 'dark'] as const)('axe finds nothing in the list of what to judge and in each dialog, %s', async (colorScheme) => {
    const { page, go } = await opened('', { colorScheme })
    const faces: Record<string, () => Promise<void>> = {
      '?list=next': () => page.getByText(/waiting\./).waitFor(),
      '?list=next&next=threshold&size=rows&scope=all': () => page.getByText(/waiting\./).waitFor(),
      '?list=next&next=labels': () => page.getByText('The labels were not judged yet').waitFor(),
      '?retrain=open': () => page.getByRole('dialog').getByText('leave training').waitFor(),
      '?size=48': () => action(page, 'Import verdicts …'),
      '?size=72': () => action(page, 'Export images …'),
      '?size=112': () => action(page, 'Export the model …'),
    }
    for (const [query, ready] of Object.entries(faces)) {
      await go(address(query))
      await page.getByRole('region', { name: 'Ranked images' }).waitFor()
      await ready()
      await page.waitForTimeout(400)
      const axe = new AxeBuilder({ page })
      // What lies behind a dialog was looked at before.
      const { violations } = await (await page.getByRole('dialog').count() > 0 ? axe.include('[role=dialog]') : axe).analyze()
      expect(violations.map(({ id, nodes }) => `${query} ${id}: ${nodes.map(({ html }) => html).join('\n')}`)).toEqual([])
    }
  })
})

/** A judged image has a sign, and nothing else is different. */
const withoutSign = (text: string) => text.replace(/, judged normal|✓|\s/g, '')

/** Presses a verdict's key, and waits until the next image is looked at. */
async function judge(page: Page, key: string): Promise<void> {
  const before = page.url()
  await page.keyboard.press(key)
  await page.waitForFunction((url) => location.href !== url, before)
}

async function action(page: Page, title: string): Promise<void> {
  await page.getByRole('button', { name: 'Actions on this result' }).click()
  await page.getByRole('menuitem', { name: title }).click()
}

/** Lists open by keys alone where text lies over what can be pressed. */
async function pick(page: Page, list: string, option: string): Promise<void> {
  await page.getByRole('combobox', { name: list, exact: true }).press('Enter')
  await page.getByRole('option', { name: option, exact: true }).click()
}

const choose = (page: Page, name: string, text: string) =>
  page.getByLabel('File of verdicts').setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(text) })
