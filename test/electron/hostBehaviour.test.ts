import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { isAlive, workspaceInTest } from '../client/enginesInTest.ts'
import { settings } from '../engine/engineInTest.ts'
import { temporaryFolder } from '../engine/temporaryFolder.ts'
import { answerWith, desktopInTest, ended, environment, executable, hostArguments } from './desktopInTest.ts'

test('the window opens where it was, as large as it was', async () => {
  const place = { x: 80, y: 60, width: 900, height: 600 }
  const first = await desktopInTest()
  await first.page()
  await first.app.evaluate(({ BrowserWindow }, bounds) => BrowserWindow.getAllWindows()[0].setBounds(bounds), place)
  const kept = path.join(first.workspace, 'window', 'window.json')
  await expect.poll(() => existsSync(kept) && JSON.parse(readFileSync(kept, 'utf8')), { timeout: 5000 }).toEqual({ ...place, maximized: false })
  first.app.process().kill('SIGTERM')
  await ended(first.app)
  const { app, page } = await desktopInTest({ workspace: first.workspace })
  await page()
  expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0].getBounds())).toEqual(place)
})

test('a page whose process dies comes again, where it was', async () => {
  const { app, page } = await desktopInTest()
  const lacuna = await page()
  await lacuna.evaluate(() => { location.hash = '#/studies' })
  await lacuna.getByRole('heading', { name: 'Studies', exact: true }).first().waitFor()
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0].webContents.forcefullyCrashRenderer())
  const shown = () => app.evaluate(({ BrowserWindow }) => {
    const { webContents } = BrowserWindow.getAllWindows()[0]
    if (webContents.isCrashed()) return null
    // A page that dies while it is asked never answers.
    const noAnswer = new Promise((resolve) => setTimeout(resolve, 1000, null))
    const answer = webContents.mainFrame.executeJavaScript('`${location.hash} ${document.querySelector("h1, h2")?.textContent}`')
    return Promise.race([answer, noAnswer])
  })
  await expect.poll(shown, { timeout: 20_000 }).toMatch(/^#\/studies Studies/)
})

test('a window whose program is killed leaves no engine behind', async () => {
  const { app, page, enginePid } = await desktopInTest()
  await page()
  const engine = enginePid()
  process.kill(app.process().pid!, 'SIGKILL')
  await ended(app)
  expect(isAlive(engine)).toBe(true)
  // It ends three seconds after its last client.
  await expect.poll(() => isAlive(engine), { timeout: 20_000 }).toBe(false)
})

test('a folder that is named at the start is the source of a new project; another start hands its own on', async () => {
  const workspace = temporaryFolder()
  const folders = ['first', 'second & third'].map((name) => path.join(temporaryFolder(), name))
  folders.forEach((folder) => mkdirSync(folder))
  const { app, page } = await desktopInTest({ workspace, files: [folders[0]] })
  const lacuna = await page()
  const source = () => new URLSearchParams(new URL(lacuna.url()).hash.split('?')[1]).get('source')
  expect(source()).toBe(folders[0])
  const other = spawn(executable, [...hostArguments, `file://${encodeURI(folders[1])}`], { env: environment(workspace), stdio: 'ignore' })
  await once(other, 'close')
  await expect.poll(source).toBe(folders[1])
  expect(app.windows()).toHaveLength(1)
})

test('the menu has the commands of the palette, and runs them', async () => {
  const { app, page } = await desktopInTest()
  const lacuna = await page()
  const titles = () => app.evaluate(({ Menu }) => {
    const commands = Menu.getApplicationMenu()?.getMenuItemById('commands')
    return commands?.submenu?.items.map(({ label, submenu }) => [label, ...(submenu?.items ?? []).map((item) => `${item.label} ${item.accelerator}`)])
  })
  await expect.poll(titles, { timeout: 20_000 }).toEqual(expect.arrayContaining([expect.arrayContaining(['Go to', 'Studies Alt+9'])]))
  await app.evaluate(({ Menu }) => Menu.getApplicationMenu()!.getMenuItemById('go.studies')!.click())
  await expect.poll(() => lacuna.url()).toContain('#/studies')
})

test('while something is trained the task bar shows how far it is, and the machine is kept awake', async () => {
  const { workspace, join } = workspaceInTest()
  const { api, importSet } = await join()
  const { id: imageSetId } = await importSet()
  const { app, page } = await desktopInTest({ workspace })
  await page()
  await app.evaluate(({ BrowserWindow, powerSaveBlocker }) => {
    const shown = { bar: [] as number[], blockers: 0 }
    Object.assign(globalThis, { shown })
    BrowserWindow.getAllWindows()[0].setProgressBar = (share) => { shown.bar.push(share) }
    const [start, stop] = [powerSaveBlocker.start.bind(powerSaveBlocker), powerSaveBlocker.stop.bind(powerSaveBlocker)]
    powerSaveBlocker.start = (kind) => { shown.blockers++; return start(kind) }
    powerSaveBlocker.stop = (id) => { shown.blockers--; return stop(id) }
  })
  const shown = () => app.evaluate(() => (globalThis as unknown as { shown: { bar: number[]; blockers: number } }).shown)
  const { id } = await api.ensembles.create({ imageSetId, settings: settings({}, { epochs: 2000, batch: 100 }) })
  const { jobId } = await api.ensembles.train({ id })
  await expect.poll(async () => (await shown()).bar.some((share) => share > 0 && share < 1), { timeout: 20_000 }).toBe(true)
  expect((await shown()).blockers).toBe(1)
  await api.jobs.cancel({ id: jobId })
  await expect.poll(async () => [(await shown()).bar.at(-1), (await shown()).blockers], { timeout: 20_000 }).toEqual([-1, 0])
})

test('what nobody foresaw is told, written into the log, and can be copied; the window goes on', async () => {
  const { app, page, workspace } = await desktopInTest()
  const lacuna = await page()
  const asked = await answerWith(app, 0)
  await app.evaluate(() => void setTimeout(() => { throw new Error('the roof is leaking') }))
  await expect.poll(asked).toMatchObject({ buttons: ['Copy Diagnostics', 'Go On'], detail: expect.stringContaining('the roof is leaking') })
  const copied = () => app.evaluate(({ clipboard }) => clipboard.readText())
  await expect.poll(copied).toMatch(/Electron [\d.]+, Chromium[^]*the roof is leaking[^]*The engine runs/)
  expect(readFileSync(path.join(workspace, 'window', 'logs', 'window.log'), 'utf8')).toContain('the roof is leaking')
  expect(await lacuna.evaluate(() => document.querySelectorAll('#app > *').length)).toBeGreaterThan(0)
})

test('a page is printed as a PDF where a person says, and no page where they do not', async () => {
  const folder = temporaryFolder()
  const [html, pdf] = ['report.html', 'out.pdf'].map((name) => path.join(folder, name))
  writeFileSync(html, '<!doctype html><title>t</title><h1>What belongs to no class</h1>')
  const { app, page } = await desktopInTest()
  const lacuna = await page()
  const print = (file: string) => lacuna.evaluate((given) => (window as never as { lacunaMenu: { printPdf(html: string, paper: string): Promise<string | null> } }).lacunaMenu.printPdf(given, 'letter'), file)
  await app.evaluate(({ dialog }) => { dialog.showSaveDialog = async () => ({ canceled: true, filePath: '' }) })
  expect(await print(html)).toBeNull()
  await app.evaluate(({ dialog }, filePath) => { dialog.showSaveDialog = async () => ({ canceled: false, filePath }) }, pdf)
  expect(await print(html)).toBe(pdf)
  const written = readFileSync(pdf).toString('latin1')
  expect(written.slice(0, 5)).toBe('%PDF-')
  expect(written).toContain('/MediaBox [0 0 612 792]')
  await expect(print('/etc/passwd')).rejects.toThrow('is no page that is there')
})

test('whoever asks for updates where there is no feed is told so, and nobody else', async () => {
  const { app, page } = await desktopInTest()
  await page()
  const asked = await answerWith(app, 0)
  expect(await asked()).toBeNull()
  await app.evaluate(({ Menu }) => {
    const help = Menu.getApplicationMenu()!.items.find(({ role }) => role === 'help')!
    help.submenu!.items.find(({ label }) => label.startsWith('Check for Updates'))!.click()
  })
  await expect.poll(asked).toMatchObject({ message: expect.stringContaining('no place where newer versions are') })
})
