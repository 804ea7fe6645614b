import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { BrowserDoor } from '../../main/engine/browserDoor.ts'
import { Clients } from '../../main/engine/clients.ts'
import { workerScripts } from '../../main/engine/engineOptions.ts'
import { type Engine, startEngine } from '../../main/engine/startEngine.ts'
import { detectorDescriptions } from '../../main/detectors/registry.ts'
import { standIns } from '../engine/engineInTest.ts'
import { studiedWorkspace } from '../engine/studiedWorkspace.ts'
import { hasBrowser, launchBrowser, openWindow } from './browserInTest.ts'

const root = path.join(import.meta.dirname, '..', '..')
const { ensureRenderer } = await import(new URL('../../build/renderer.mjs', import.meta.url).href)

describe.skipIf(!hasBrowser)('the studies in a browser, over a study with made figures', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'lacuna-studies-'))
  let [engine, door, browser]: [Engine?, BrowserDoor?, Browser?] = []

  beforeAll(async () => {
    await ensureRenderer(process.execPath)
    const log = { info: () => undefined, warn: () => undefined, error: () => undefined }
    engine = await startEngine({
      workspace: await studiedWorkspace(folder), cores: 2, scripts: workerScripts(standIns), log,
      detectors: detectorDescriptions, runtime: () => undefined, renderer: path.join(root, 'dist', 'renderer'),
    })
    door = new BrowserDoor(engine.fetch, new Clients(() => undefined))
    browser = await launchBrowser()
  })
  afterAll(async () => {
    await browser?.close()
    await door?.close()
    await engine?.close()
    rmSync(folder, { recursive: true, force: true })
  })

  async function opened(options = {}) {
    const window = await openWindow(browser!, (await door!.open()).url, options)
    onTestFinished(() => window.close())
    return window
  }

  test('from the list to a figure, by mouse; a reload restores what was sorted by', async () => {
    const { page, go, complaints } = await opened()
    await go('/studies')
    await page.getByRole('link', { name: 'clothes', exact: true }).click()
    await page.getByRole('button', { name: 'Coat' }).click()
    const coat = page.getByRole('columnheader', { name: 'Coat' })
    await expect.poll(() => coat.getAttribute('aria-sort')).toBe('descending')
    await page.reload()
    await page.getByRole('heading', { name: 'AUROC by what was held out' }).waitFor()
    expect(await coat.getAttribute('aria-sort')).toBe('descending')
    expect(complaints).toEqual([])
  })

  test.each(['light', 'dark'] as const)('axe finds nothing on any screen of studies, %s', async (colorScheme) => {
    const { page, go } = await opened({ colorScheme })
    const screens = {
      '/studies': 'New study', '/study/clothes': 'Files for a paper', '/studies/build?study=clothes': 'Change a study',
    }
    for (const [address, heading] of Object.entries(screens)) {
      await go(address)
      await page.getByRole('heading', { name: heading }).waitFor()
      await page.getByRole('status').filter({ hasText: 'Loading' }).waitFor({ state: 'detached' })
      const { violations } = await new AxeBuilder({ page }).analyze()
      const told = violations.map(({ id, nodes }) => `${address} ${id}: ${nodes.map(({ html }) => html).join('\n')}`)
      expect(told).toEqual([])
    }
  })
})
