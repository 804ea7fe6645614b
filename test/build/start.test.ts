import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { connect } from '../../main/client/connect.ts'
import { isAlive, kill } from '../client/enginesInTest.ts'
import { temporaryFolder } from '../engine/temporaryFolder.ts'

const { openerOf } = await import(new URL('../../build/start/openPage.mjs', import.meta.url).href)
const { findElectron } = await import(new URL('../../build/start/findElectron.mjs', import.meta.url).href)
const root = path.join(import.meta.dirname, '..', '..')
const compiled = path.join(root, 'node_modules', '.cache', 'lacuna-tests')

/** What `npm start -- --no-open` runs once everything is set up and built. */
function starter(workspace: string) {
  const child = spawn(process.execPath, [path.join(root, 'build', 'start', 'window.mjs'), '--no-open'], {
    env: { ...process.env, LACUNA_HOME: workspace, NODE_COMPILE_CACHE: compiled }, stdio: ['ignore', 'pipe', 'pipe'],
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text: string) => { said += text })
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve))
  const url = () => expect.poll(() => /http:\S+/.exec(said)?.[0], { timeout: 20_000 }).toBeDefined().then(() => /http:\S+/.exec(said)![0])
  return { child, ended, url, said: () => said, lines: () => said.trim().split('\n') }
}

function started() {
  const workspace = temporaryFolder()
  const pid = () => JSON.parse(readFileSync(path.join(workspace, 'engine.lock'), 'utf8')).pid as number
  onTestFinished(async () => {
    if (!existsSync(path.join(workspace, 'engine.lock'))) return
    const left = pid()
    kill(left)
    await expect.poll(() => isAlive(left), { timeout: 10_000 }).toBe(false)
  })
  return { workspace, pid, start: () => starter(workspace) }
}

const keyOf = (url: string) => ({ authorization: `Bearer ${new URL(url).searchParams.get('token')}` })
const status = async (url: string) => (await fetch(new URL('/alive', url), { headers: keyOf(url) })).status

test('it prints a handful of lines with an address that answers, and Ctrl+C leaves nothing behind', async () => {
  const { start, pid, workspace } = started()
  const first = start()
  const url = await first.url()
  expect(await status(url)).toBe(200)
  expect(first.lines()).toEqual([`Lacuna runs in ${workspace}`, `Open ${url}`, expect.stringContaining('Ctrl+C')])
  const engine = pid()
  first.child.kill('SIGINT')
  expect(await first.ended).toBe(0)
  expect([isAlive(engine), existsSync(path.join(workspace, 'engine.lock'))]).toEqual([false, false])
})

test('a second one tells the same address and ends; the first goes on', async () => {
  const { start } = started()
  const first = start()
  const url = await first.url()
  const second = start()
  expect(await second.ended).toBe(0)
  expect(second.lines()).toEqual([expect.stringContaining('runs already'), `Open ${url}`])
  expect(await status(url)).toBe(200)
})

test('an engine that somebody else started is joined, and left running', async () => {
  const { start, workspace, pid } = started()
  const { api, close } = await connect({ workspace })
  const joining = start()
  expect(await status(await joining.url())).toBe(200)
  expect(joining.said()).toContain('runs already')
  joining.child.kill('SIGTERM')
  expect(await joining.ended).toBe(0)
  expect((await api.engine.status()).pid).toBe(pid())
  await api.engine.stop()
  await close()
})

test('behind the address of a killed engine another one answers, with the same key, and Ctrl+C ends that one', async () => {
  const { start, pid } = started()
  const first = start()
  const url = await first.url()
  const killed = pid()
  kill(killed)
  await expect.poll(() => status(url).catch(() => 0), { timeout: 40_000 }).toBe(200)
  expect(pid()).not.toBe(killed)
  await expect.poll(first.said, { timeout: 10_000 }).toContain('another one took its place')
  const second = pid()
  first.child.kill('SIGINT')
  expect(await first.ended).toBe(0)
  expect(isAlive(second)).toBe(false)
})

test('when the engine is asked to end, it says so and ends too', async () => {
  const { start, workspace } = started()
  const first = start()
  await first.url()
  const { api, close } = await connect({ workspace })
  await api.engine.stop()
  await close()
  expect(await first.ended).toBe(0)
  expect(first.said()).toContain('The engine was asked to end.')
})

test('a workspace that cannot be made is told in a sentence', async () => {
  const folder = temporaryFolder()
  writeFileSync(path.join(folder, 'file'), '')
  const failing = starter(path.join(folder, 'file', 'inside'))
  expect(await failing.ended).toBe(1)
  expect(failing.lines()).toEqual([expect.stringMatching(/^The workspace .* cannot be used: .* Point LACUNA_HOME/)])
})

test('the browser is opened by the system’s own command, and only where there is a screen', () => {
  expect(openerOf('linux', {})).toBeUndefined()
  expect(openerOf('linux', { DISPLAY: ':0' })).toEqual(['xdg-open'])
  expect(openerOf('linux', { WAYLAND_DISPLAY: 'wayland-0' })).toEqual(['xdg-open'])
  expect(openerOf('darwin', {})).toEqual(['open'])
  expect(openerOf('win32', {})).toEqual(['rundll32', 'url.dll,FileProtocolHandler'])
})

test('Electron is used where its own download put it, or where the environment says, and never asked to be fetched', () => {
  const folder = temporaryFolder()
  const put = (...parts: string[]) => {
    mkdirSync(path.join(folder, ...parts.slice(0, -1)), { recursive: true })
    writeFileSync(path.join(folder, ...parts), '')
    return path.join(folder, ...parts)
  }
  expect(findElectron('darwin', {}, folder)).toBeUndefined()
  const own = put('dist', 'Electron.app', 'Contents', 'MacOS', 'Electron')
  expect(findElectron('darwin', {}, folder)).toBe(own)
  put('other', 'program')
  expect(findElectron('darwin', { ELECTRON_OVERRIDE_DIST_PATH: path.join(folder, 'other') }, folder)).toBeUndefined()
  writeFileSync(path.join(folder, 'path.txt'), 'program')
  expect(findElectron('darwin', { ELECTRON_OVERRIDE_DIST_PATH: path.join(folder, 'other') }, folder)).toBe(path.join(folder, 'other', 'program'))
  expect(findElectron('linux', {}, folder)).toBeUndefined()
})
