import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { hasBrowser, launchBrowser, openWindow } from './browserInTest.ts'
import { projectsEngine, threeProjects } from './projectsWorkspace.ts'
import { zipOf } from './zipOf.ts'

const named = (page: Page, name: string) => page.getByRole('link', { name, exact: true })

describe.skipIf(!hasBrowser)('the start screen and the settings in a browser', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'lacuna-projects-'))
  let [engine, browser, source]: [Awaited<ReturnType<typeof projectsEngine>>?, Browser?, string?] = []

  beforeAll(async () => {
    ;[engine, browser] = await Promise.all([projectsEngine(folder), launchBrowser()])
    source = await threeProjects(engine, folder)
  })
  afterAll(async () => {
    await browser?.close()
    await engine?.close()
    rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 250 })
  })

  async function opened(options = {}) {
    const window = await openWindow(browser!, (await engine!.door.open()).url, options)
    onTestFinished(() => window.close())
    return window
  }

  test('a project is told by pictures, size and last result, which leads to it', async () => {
    const { page, complaints } = await opened()
    const row = page.getByRole('listitem').filter({ has: named(page, 'Clothes') })
    await expect.poll(() => row.innerText()).toMatch(/240 images · 1 ensemble · [\d.]+.kB[^]*AUROC 0\.\d{3}[^]*of without bags/)
    await expect.poll(() => row.locator('img').evaluateAll((all) => all.filter((one) => (one as HTMLImageElement).naturalWidth > 0).length)).toBe(6)
    await row.getByRole('link', { name: /^AUROC/ }).click()
    await page.waitForURL(/result\/\d+\?detector=divergence-and-centre/)
    expect(complaints).toEqual([])
  })

  test('by keys alone: from project to project, renamed in place, removed, and taken back after a reload', async () => {
    const { page } = await opened()
    await named(page, 'Untrained').focus()
    await page.keyboard.press('F2')
    await page.keyboard.type('Renamed')
    await page.keyboard.press('Enter')
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent?.trim())).toBe('Renamed')
    await page.keyboard.press('Delete')
    await page.getByText('Renamed was removed').waitFor()
    await page.reload()
    await page.getByRole('button', { name: 'Undo the removal of Renamed' }).press('Enter')
    await named(page, 'Renamed').focus()
    await page.keyboard.press('F2')
    await page.keyboard.type('Untrained')
    await page.keyboard.press('Enter')
    await named(page, 'Untrained').waitFor()
  })

  test('a copy appears, the project that is opened comes first, and a name that is taken is told of', async () => {
    const { page } = await opened()
    await page.getByRole('button', { name: 'Duplicate Clothes' }).click()
    await named(page, 'Clothes copy').click()
    await page.getByRole('row', { name: 'Sneaker' }).waitFor()
    await page.getByRole('link', { name: 'Lacuna: all projects' }).click()
    await expect.poll(() => page.locator('[data-project]').first().innerText()).toBe('Clothes copy')
    await page.getByRole('button', { name: 'Rename Clothes copy' }).click()
    await page.getByLabel('New name of Clothes copy').fill('Empty')
    await page.keyboard.press('Enter')
    await page.getByRole('alert').getByText('There is a project "Empty" already.').waitFor()
    await page.getByRole('button', { name: 'Remove Clothes copy' }).click()
    await page.getByRole('button', { name: 'Free its space now: Clothes copy' }).click()
    await page.getByText('Clothes copy was removed').waitFor({ state: 'detached' })
  })

  test('what is dropped into a browser, wherever that is, leads to the field for its path', async () => {
    const { page, go } = await opened()
    await go('/settings')
    await page.getByRole('heading', { name: 'Folders' }).waitFor()
    await dropOn(page, 'parts', false)
    await page.getByText('Drop it here').waitFor()
    await dropOn(page, 'parts', true)
    await page.getByText('where “parts” lies').waitFor()
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('source')
    await page.keyboard.type(source!)
    await page.keyboard.press('Enter')
    await page.getByRole('row', { name: 'Sneaker' }).waitFor()
  })

  test('a zip file dropped into a browser is sent, and becomes a project that has it as its source', async () => {
    const { page, complaints } = await opened()
    await page.getByRole('heading', { name: 'Projects' }).waitFor()
    await dropOn(page, 'sent.zip', true, await zipOf(source!))
    await expect.poll(() => page.locator('#source').inputValue(), { timeout: 20_000 }).toMatch(/uploads.+sent\.zip$/)
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('name')
    await page.keyboard.press('Enter')
    await page.getByRole('row', { name: 'Sneaker' }).waitFor()
    await expect.poll(() => page.locator('tbody img').evaluateAll((all) => all.filter((one) => (one as HTMLImageElement).naturalWidth > 0).length)).toBeGreaterThan(0)
    expect(complaints).toEqual([])
  })

  test('a zip file that is being sent can be given up', async () => {
    const { page } = await opened()
    await page.getByRole('heading', { name: 'Projects' }).waitFor()
    await page.route('**/uploads?*', (route) => (route.request().method() === 'POST' ? undefined : route.continue()))
    await dropOn(page, 'sent.zip', true)
    await page.getByRole('progressbar', { name: 'Copying sent.zip' }).waitFor()
    await page.getByRole('button', { name: 'Cancel' }).click()
    await page.getByRole('progressbar').waitFor({ state: 'detached' })
    expect([await page.getByText('sent.zip').count(), await page.locator('#source').inputValue()]).toEqual([0, ''])
  })

  test('a desktop tells where it lies: only the import is left to be asked for', async () => {
    const { page } = await opened()
    await page.evaluate(() => Object.assign(window, { lacunaHost: { kind: 'electron', pathOf: ({ name }: File) => `/photos/${name}` } }))
    await dropOn(page, 'bolts', true)
    await expect.poll(() => page.getByLabel('Folder with images').inputValue()).toBe('/photos/bolts')
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('name')
  })

  test('a project is backed up and restored by mouse, and what is no backup is refused with a sentence', async () => {
    const { page, complaints } = await opened()
    await page.getByRole('link', { name: 'Back up Clothes', exact: true }).click()
    const file = path.join(folder, 'clothes.zip')
    await page.getByLabel('Zip file to write').fill(file)
    await page.getByRole('button', { name: 'Back up', exact: true }).click()
    await page.getByText(`done as ${file}`).waitFor()
    expect(existsSync(file)).toBe(true)
    const restore = async (what: string) => {
      await page.getByLabel('Backup to read').fill(what)
      await page.getByRole('button', { name: 'Restore', exact: true }).click()
    }
    await restore(path.join(folder, 'lacuna.db'))
    await page.getByText('lacuna.db is not a zip archive').waitFor()
    await restore(file)
    await page.getByRole('link', { name: 'Open it' }).click()
    await page.getByRole('row', { name: 'Sneaker' }).waitFor()
    expect(complaints).toEqual([])
  })

  test('the cache is emptied, and the diagnostics are gathered', async () => {
    const { page, go } = await opened()
    await go('/settings')
    await page.getByRole('button', { name: 'Empty the cache' }).click()
    await expect.poll(() => page.getByRole('row', { name: /Cache of thumbnails/ }).innerText()).toMatch(/0\s+0.B$/)
    await page.getByRole('button', { name: 'Gather' }).click()
    await page.getByRole('region', { name: 'Text of the diagnostics' }).getByText(`Workspace: ${folder}`).waitFor()
  })

  test.each(['light', 'dark'] as const)('axe finds nothing on the start screen and in the settings, %s', async (colorScheme) => {
    const { id } = await engine!.api.projects.create({ name: `Gone ${colorScheme}` })
    await engine!.api.projects.discard({ id })
    const { page, go } = await opened({ colorScheme })
    const screens: [string, () => Promise<void>][] = [
      ['/', () => page.getByRole('button', { name: `Undo the removal of Gone ${colorScheme}` }).waitFor()],
      ['/settings', async () => {
        await page.getByText('Cache of thumbnails').waitFor()
        await page.getByRole('button', { name: 'Gather' }).click()
        await page.getByRole('region', { name: 'Text of the diagnostics' }).waitFor()
      }],
    ]
    for (const [address, ready] of screens) {
      await go(address)
      await ready()
      const { violations } = await new AxeBuilder({ page }).analyze()
      expect(violations.map(({ id, nodes }) => `${address} ${id}: ${nodes.map(({ html }) => html).join('\n')}`)).toEqual([])
    }
  })
})

/** A file that is dragged into the window, and dropped or not. */
async function dropOn(page: Page, name: string, isDropped: boolean, content: Buffer = Buffer.from('x')): Promise<void> {
  const dataTransfer = await page.evaluateHandle(({ file, base64 }) => {
    const made = new DataTransfer()
    made.items.add(new File([Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))], file))
    return made
  }, { file: name, base64: content.toString('base64') })
  for (const event of isDropped ? ['dragover', 'drop'] : ['dragenter']) await page.dispatchEvent('#content', event, { dataTransfer })
}
