import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readlinkSync, realpathSync } from 'node:fs'
import path from 'node:path'
import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { isAlive, kill } from '../client/enginesInTest.ts'
import { temporaryFolder } from '../engine/temporaryFolder.ts'
import { desktopInTest, ended, environment, executable, gatedNode, hostArguments, node24 } from './desktopInTest.ts'

const call = { method: 'POST', headers: { 'x-lacuna-contract': '1', 'content-type': 'application/json' } }

test('the window is there before the engine, says so, and then shows Lacuna', async () => {
  const { node, open } = gatedNode()
  const { app, page } = await desktopInTest({ env: { LACUNA_NODE: node } })
  // Playwright itself would wait for the page that is being loaded.
  const shown = () => app.evaluate(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows()
    return window?.isVisible() ? window.webContents.mainFrame.executeJavaScript('document.body.innerText') : null
  })
  await expect.poll(shown, { timeout: 20_000 }).toContain('Starting …')
  open()
  const lacuna = await page()
  await expect.poll(() => lacuna.locator('#app > *').count(), { timeout: 20_000 }).toBeGreaterThan(0)
})

test('the engine runs on Node 24, not on Electron’s own Node', async () => {
  const { page, enginePid } = await desktopInTest()
  await page()
  expect(readlinkSync(`/proc/${enginePid()}/exe`)).toBe(realpathSync(node24))
})

test('the page has nothing of Node, and of the desktop only what it needs', async () => {
  const { page } = await desktopInTest()
  const seen = await (await page()).evaluate(() => ({
    node: [typeof (globalThis as never)['process'], typeof (globalThis as never)['require'], typeof (globalThis as never)['Buffer']],
    host: Object.keys((window as never as { lacunaHost: object }).lacunaHost).toSorted(),
    menu: Object.keys((window as never as { lacunaMenu: object }).lacunaMenu).toSorted(),
    kind: (window as never as { lacunaHost: { kind: string } }).lacunaHost.kind,
  }))
  expect(seen).toEqual({
    node: ['undefined', 'undefined', 'undefined'], host: ['chooseBackup', 'chooseFolder', 'chooseNewFile', 'kind', 'pathOf'],
    menu: ['offer', 'onRun', 'printPdf'], kind: 'electron',
  })
})

test('the page reaches the engine, its routes and its stream of events, but not the key for browsers', async () => {
  const { page } = await desktopInTest()
  const answers = await (await page()).evaluate(async (init) => {
    const ask = (name: string, json: unknown = undefined) => fetch(`/rpc/${name}`, { ...init, body: JSON.stringify({ json }) })
    const events = (await ask('jobs/events', {})).body!.pipeThrough(new TextDecoderStream()).getReader()
    const made = await (await ask('projects/create', { name: 'p' })).json()
    let heard = ''
    while (!heard.includes('changed')) heard += (await events.read()).value
    await events.cancel()
    const missing = await fetch('/arrays/scores/1')
    return { name: made.json.name, heard, status: missing.status, failure: await missing.json(), browser: (await ask('engine/browser', {})).status }
  }, call)
  expect(answers).toMatchObject({ name: 'p', heard: expect.stringContaining('projects'), status: 404, failure: { code: 'NOT_FOUND' }, browser: 422 })
})

test('the page can load nothing from elsewhere, evaluate nothing, go nowhere, and open no window', async () => {
  const { app, page } = await desktopInTest()
  const lacuna = await page()
  const before = lacuna.url()
  const tried = await lacuna.evaluate(async () => {
    const fails = async (work: () => unknown) => {
      try {
        await work()
        return false
      } catch {
        return true
      }
    }
    // Not at once: what a debugger evaluates may evaluate more.
    const later = (work: () => unknown) => new Promise<boolean>((resolve) => setTimeout(() => resolve(fails(work)), 0))
    const inline = document.createElement('script')
    inline.textContent = 'window.inlineRan = true'
    document.head.append(inline)
    return {
      fetch: await fails(() => fetch('http://127.0.0.1:9/')), file: await fails(() => fetch('file:///etc/passwd')), other: await fails(() => fetch('app://other/')),
      eval: await later(() => new Function('return 1')()), inline: 'inlineRan' in window, open: window.open('https://example.com/'),
      permission: (await navigator.permissions.query({ name: 'geolocation' })).state,
    }
  })
  expect(tried).toEqual({ fetch: true, file: true, other: true, eval: true, inline: false, open: null, permission: 'denied' })
  for (const target of ['https://example.com/', 'file:///etc/passwd', 'app://other/', 'data:text/html,x']) {
    await lacuna.evaluate((url) => { location.href = url }, target).catch(() => undefined)
  }
  await lacuna.waitForTimeout(300)
  expect([lacuna.url(), app.windows().length]).toEqual([before, 1])
})

test('the folder dialog gives the folder that was chosen, and null where none was', async () => {
  const { app, page } = await desktopInTest()
  const lacuna = await page()
  const choose = () => lacuna.evaluate(() => (window as never as { lacunaHost: { chooseFolder(): Promise<string | null> } }).lacunaHost.chooseFolder())
  await app.evaluate(({ dialog }) => { dialog.showOpenDialog = async () => ({ canceled: false, filePaths: ['/photos'] }) })
  expect(await choose()).toBe('/photos')
  await app.evaluate(({ dialog }) => { dialog.showOpenDialog = async () => ({ canceled: true, filePaths: [] }) })
  expect(await choose()).toBeNull()
})

test('a second start brings the window to the front and ends', async () => {
  const { app, page, workspace } = await desktopInTest()
  await page()
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0].minimize())
  const second = spawn(executable, hostArguments, { env: environment(workspace), stdio: ['ignore', 'pipe', 'ignore'] })
  let said = ''
  second.stdout.setEncoding('utf8').on('data', (text: string) => { said += text })
  expect((await once(second, 'close'))[0]).toBe(0)
  expect(said).toContain('open already')
  expect(app.windows()).toHaveLength(1)
  await expect.poll(() => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0].isMinimized())).toBe(false)
})

test('under a window whose engine was killed another one starts', async () => {
  const { page, enginePid } = await desktopInTest()
  const lacuna = await page()
  const killed = enginePid()
  kill(killed)
  const pid = () => lacuna.evaluate(async (init): Promise<number> => {
    const response = await fetch('/rpc/engine/status', { ...init, body: '{}' })
    return response.ok ? (await response.json()).json.pid : 0
  }, call)
  await expect.poll(async () => [0, killed].includes(await pid()), { timeout: 20_000 }).toBe(false)
  expect(enginePid()).toBe(await pid())
})

test('why the engine does not start is told in the window, with a way to try again', async () => {
  const workspace = temporaryFolder()
  const file = path.join(workspace, 'lacuna.db')
  const db = new Database(file)
  db.pragma(`application_id = ${0x4c434e41}`)
  db.pragma('user_version = 99')
  db.close()
  const { app, page } = await desktopInTest({ workspace })
  const failing = await page()
  expect(await failing.getByRole('main').textContent()).toMatch(/cannot start.*written by a newer version of Lacuna/)
  await app.evaluate(({ app: electron }) => electron.getVersion())
  const repaired = new Database(file)
  repaired.pragma('user_version = 0')
  repaired.close()
  await failing.getByRole('link', { name: 'Try again' }).click()
  await expect.poll(() => failing.locator('#app > *').count(), { timeout: 20_000 }).toBeGreaterThan(0)
})

test('a signal ends the window and the engine without a question', async () => {
  const { app, page, enginePid } = await desktopInTest()
  await page()
  const engine = enginePid()
  app.process().kill('SIGTERM')
  await ended(app)
  await expect.poll(() => isAlive(engine), { timeout: 10_000 }).toBe(false)
})
