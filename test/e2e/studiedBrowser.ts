import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Browser, BrowserContextOptions } from 'playwright-core'
import { afterAll, beforeAll, onTestFinished } from 'vitest'
import { detectorDescriptions } from '../../main/detectors/registry.ts'
import { BrowserDoor } from '../../main/engine/host/browserDoor.ts'
import { Clients } from '../../main/engine/host/clients.ts'
import { workerScripts } from '../../main/engine/engineOptions.ts'
import { type Engine, startEngine } from '../../main/engine/startEngine.ts'
import { standIns } from '../engine/engineInTest.ts'
import { studiedWorkspace } from '../engine/studiedWorkspace.ts'
import { launchBrowser, openWindow } from './browserInTest.ts'

const root = path.join(import.meta.dirname, '..', '..')
const { ensureRenderer } = await import(new URL('../../build/renderer.mjs', import.meta.url).href)

/** A browser before an engine whose workspace has a study with made figures, for the tests of a file. Opens windows. */
export function studiedBrowser() {
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

  return async function opened(options: BrowserContextOptions = {}) {
    const window = await openWindow(browser!, (await door!.open()).url, options)
    onTestFinished(() => window.close())
    return window
  }
}
