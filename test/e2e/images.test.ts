import { cpSync, readdirSync, renameSync, rmSync } from 'node:fs'
import path from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { waitForJob } from '../../main/client/waitForJob.ts'
import { png, writeFiles } from '../datasets/madeImages.ts'
import { hasBrowser, launchBrowser, openWindow, type OpenWindow } from './browserInTest.ts'
import { flawedFolder } from './flawedFolder.ts'
import { LacunaInTest } from './lacunaInTest.ts'

describe.skipIf(!hasBrowser)('the images of a set in a browser, over the real engine', () => {
  let lacuna: LacunaInTest
  let browser: Browser
  let source: string
  let place: string

  beforeAll(async () => {
    ;[lacuna, browser] = await Promise.all([LacunaInTest.start(), launchBrowser()])
    source = await flawedFolder(path.join(lacuna.workspace, 'parts'))
    place = await imported(source)
  })
  afterAll(async () => {
    await browser?.close()
    await lacuna?.stop()
  })

  /** The address of a project of its own. */
  function imported(folder: string): Promise<string> {
    return lacuna.ask(async (api) => {
      const { jobId, id } = await api.imageSets.import({ project: folder, source: folder })
      const { projectId } = await waitForJob(api, jobId)
      return `/project/${projectId}/images/${id}`
    })
  }
  /** A copy of the folder that can be changed. */
  async function copied(name: string): Promise<{ folder: string; place: string }> {
    const folder = path.join(lacuna.workspace, name)
    cpSync(source, folder, { recursive: true })
    return { folder, place: await imported(folder) }
  }
  async function opened(address: string, options = {}): Promise<OpenWindow> {
    const window = await openWindow(browser, await lacuna.url, options)
    onTestFinished(() => window.close())
    await window.go(address)
    return window
  }

  test('from a class to an image in full and back, by keys', async () => {
    const { page, complaints } = await opened(place)
    await page.getByRole('link', { name: 'Bag', exact: true }).click()
    await page.getByText('59 images').waitFor()
    await page.getByRole('gridcell').first().getByRole('button').focus()
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('Enter')
    await page.getByText('2 of 59').waitFor()
    await title(page, /Bag\/.*png$/).waitFor()
    const first = await title(page, /png$/).innerText()
    await page.keyboard.press('ArrowRight')
    await page.getByText('3 of 59').waitFor()
    await expect.poll(() => title(page, /png$/).innerText(), patience).not.toBe(first)
    await page.reload()
    await page.getByText('3 of 59').waitFor()
    await page.keyboard.press('Escape')
    await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('data-index')), patience).toBe('2')
    expect(complaints).toEqual([])
  })

  test('the image is shown as it is and as the networks see it, and both zoom as one', async () => {
    const { page } = await opened(`${place}?image=3`)
    const [original, seen] = [page.getByRole('img', { name: /^Original/ }), page.getByRole('img', { name: 'The image as the networks see it' })]
    const width = async (one: typeof original) => (await one.boundingBox())!.width
    await expect.poll(() => width(original), patience).toBeGreaterThan(200)
    expect(await width(seen)).toBeCloseTo(await width(original), 0)
    const before = await width(original)
    await page.keyboard.press('+')
    await expect.poll(() => width(original), patience).toBeCloseTo(2 * before, 0)
    expect(await width(seen)).toBeCloseTo(2 * before, 0)
    await page.keyboard.press('1')
    await expect.poll(() => width(original), patience).toBe(28)
    const drawn = await seen.evaluate((canvas: HTMLCanvasElement) =>
      [...canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height).data].filter((value) => value > 0).length)
    expect(drawn).toBeGreaterThan(32 * 32)
  })

  test('pairs are gone through by arrows; leaks are marked, and a pair leads to its image and the image to its like', async () => {
    const { page } = await opened(`${place}?part=pairs`)
    await page.getByText('Pair 1 of 8').waitFor()
    await page.keyboard.press('ArrowDown')
    await page.getByText('Pair 2 of 8').waitFor()
    await page.getByRole('radiogroup', { name: 'Which pairs' }).getByText('Leaks 4').click()
    await page.getByText('Pair 1 of 4').waitFor()
    await page.getByText('Leak: it lies in train and test').waitFor()
    const [one, other] = await page.getByRole('figure').all()
    expect(await one.getByRole('img').first().boundingBox().then((box) => box!.width))
      .toBe(await other.getByRole('img').first().boundingBox().then((box) => box!.width))
    await other.getByRole('button', { name: 'Open in full' }).click()
    await page.getByText('1 image is like it.').waitFor()
    await page.getByRole('button', { name: /the same pixels/ }).click()
    await title(page, /^train\/Bag/).waitFor()
    await page.goBack()
    await page.getByText('Pair 1 of 4').waitFor()
  })

  test('problems are told by kind, and copied as a table', async () => {
    const { page } = await opened(`${place}?part=problems`, { permissions: ['clipboard-read', 'clipboard-write'] })
    await page.getByRole('button', { name: /Not images/ }).click()
    await page.getByText('Something else is stored under the name of an image.').waitFor()
    await expect.poll(() => page.getByRole('listitem').filter({ hasText: '.png' }).count(), patience).toBe(1)
    await page.getByRole('button', { name: 'Copy as CSV' }).click()
    await page.getByRole('button', { name: 'Copied' }).waitFor()
    expect(await page.evaluate(() => navigator.clipboard.readText()))
      .toMatch(/^path,code,message\r?\ntrain\/Sneaker\/notes.png,not-an-image,/)
  })

  test('what changed in the folder is noticed, named, and becomes a new version', async () => {
    const { place, folder } = await copied('changing')
    await writeFiles(folder, { 'train/Bag/new.png': png(7) })
    rmSync(path.join(folder, 'test', 'Sneaker', readdirSync(path.join(folder, 'test', 'Sneaker'))[0]))
    const { page } = await opened(place)
    await page.getByRole('link', { name: '2 files have changed' }).click()
    await page.getByText('train/Bag/new.png').waitFor()
    await page.getByRole('button', { name: 'Import as version 2' }).click()
    await page.getByText(/version 2 ·/).waitFor({ timeout: 60_000 })
    await page.getByText(/Nothing has changed where they came from/).waitFor()
  })

  test('a folder that was moved is missed, and found again at its new place', async () => {
    const { place, folder } = await copied('moving')
    renameSync(folder, `${folder}-moved`)
    const { page } = await opened(`${place}?part=changes`)
    await page.getByText('There is nothing at this place any more').waitFor()
    await page.getByLabel('New place of the originals').fill(`${folder}-moved`)
    await page.getByRole('button', { name: 'They lie here now' }).click()
    await page.getByText(/Nothing has changed: all 178 images are there/).waitFor()
  })

  test.each(['light', 'dark'] as const)('axe finds nothing in any part, %s', async (colorScheme) => {
    const { page, go } = await opened(place, { colorScheme })
    const parts: Record<string, string> = {
      '': 'Since the import', '?part=browse&class=1&at=45': 'Enter opens an image', '?part=problems': 'Cut off',
      '?part=pairs&only=leaks': 'Pair 1 of 4', '?part=changes': 'Nothing has changed', '?image=3': 'Near-duplicates',
    }
    for (const [query, text] of Object.entries(parts)) {
      await go(place + query)
      await page.getByText(text).first().waitFor()
      const { violations } = await new AxeBuilder({ page }).analyze()
      expect(violations.map(({ id, nodes }) => `${query} ${id}: ${nodes.map(({ html }) => html).join('\n')}`)).toEqual([])
    }
  }, 240_000)
})

/** On a busy machine. */
const patience = { timeout: 20_000 }

const title = (page: Page, text: RegExp) => page.getByRole('heading', { level: 1 }).filter({ hasText: text })
