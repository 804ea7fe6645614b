import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { BrowserDoor } from '../../main/engine/host/browserDoor.ts'
import { Clients } from '../../main/engine/host/clients.ts'
import { workerScripts } from '../../main/engine/engineOptions.ts'
import { type Engine, startEngine } from '../../main/engine/startEngine.ts'
import { detectorDescriptions } from '../../main/detectors/registry.ts'
import { apiOf, settings, standIns, steps } from '../engine/engineInTest.ts'
import { hasBrowser, launchBrowser, openWindow } from './browserInTest.ts'

/** An epoch takes so many milliseconds, and nobody waits for the last one. */
const slowly = { epochs: 4000, batch: 200 }

const patiently = { timeout: 30_000 }

const root = path.join(import.meta.dirname, '..', '..')
const { ensureRenderer } = await import(new URL('../../build/renderer.mjs', import.meta.url).href)

describe.skipIf(!hasBrowser)('training in a browser, over an engine whose members take milliseconds', () => {
  const workspace = mkdtempSync(path.join(tmpdir(), 'lacuna-train-'))
  let [engine, door, browser]: [Engine?, BrowserDoor?, Browser?] = []
  let set = { id: 0, projectId: 0 }

  beforeAll(async () => {
    await ensureRenderer(process.execPath)
    const log = { info: () => undefined, warn: () => undefined, error: () => undefined }
    engine = await startEngine({
      workspace, cores: 2, scripts: workerScripts(standIns), log, detectors: detectorDescriptions,
      runtime: () => ({ flavour: 'cpu', version: '0' }), renderer: path.join(root, 'dist', 'renderer'),
    })
    set = await steps(apiOf(engine.fetch), workspace).importSet()
    door = new BrowserDoor(engine.fetch, new Clients(() => undefined))
    browser = await launchBrowser()
  })
  afterAll(async () => {
    await browser?.close()
    await door?.close()
    await engine?.close()
    rmSync(workspace, { recursive: true, force: true })
  })

  const api = () => apiOf(engine!.fetch)
  const form = () => `/project/${set.projectId}/train`

  async function opened(address: string, options = {}) {
    const window = await openWindow(browser!, (await door!.open()).url, options)
    onTestFinished(() => window.close())
    await window.go(address)
    return window
  }

  async function trained(changes: Parameters<typeof settings>[0], training: Parameters<typeof settings>[1]) {
    const { id } = await api().ensembles.create({ imageSetId: set.id, settings: settings(changes, training) })
    const { jobId } = await api().ensembles.train({ id })
    onTestFinished(async () => void (await api().jobs.cancel({ id: jobId })))
    return { id, jobId, address: `/project/${set.projectId}/train/${id}` }
  }

  const enter = async (page: Page, field: string, value: string) => {
    await page.getByLabel(field, { exact: true }).fill(value)
    await page.getByLabel(field, { exact: true }).press('Enter')
  }

  test('what it takes is measured, a wrong value is told beside its field, and Enter in a field starts nothing', async () => {
    const { page, complaints } = await opened(form())
    const cost = page.getByRole('status', { name: 'What it takes' })
    await cost.getByText('(measured on this machine just now)').waitFor()
    await enter(page, 'Members', '2.5')
    await page.getByText('A whole number is needed, not 2.5.').waitFor()
    await cost.getByText('Correct the marked settings').waitFor()
    expect(await page.getByRole('button', { name: 'Start training' }).isDisabled()).toBe(true)
    await enter(page, 'Members', '201')
    await page.getByText('It is from 1 to 200, not 201.').waitFor()
    await enter(page, 'Members', '4')
    await cost.getByText('2 at a time with 1 thread each').waitFor()
    expect(await api().ensembles.list({})).toEqual([])
    expect(complaints).toEqual([])
  })

  test('leaving the screen, and a reload, change nothing of what was filled in', async () => {
    const { page } = await opened(form())
    await page.getByRole('radiogroup', { name: 'b', exact: true }).getByText('Held out').click()
    await page.getByText('More settings').click()
    await enter(page, 'Dense units', '48')
    await enter(page, 'Seed', '-3')
    const asFilledIn = async () => {
      await page.getByText('b held out').waitFor()
      expect(await page.getByLabel('Dense units').inputValue()).toBe('48')
      expect(await page.getByLabel('Seed', { exact: true }).inputValue()).toBe('-3')
      await page.getByText('It is at least 0, not -3.').waitFor()
    }
    await page.getByRole('link', { name: 'Images', exact: true }).click()
    await page.getByRole('link', { name: 'Train', exact: true }).click()
    await asFilledIn()
    await page.reload()
    await asFilledIn()
  })

  test('a training shows its pictures, log and place in the queue; leaving and coming back it is where it was', async () => {
    const { id, address } = await trained({ seed: 21 }, slowly)
    const { page, complaints } = await opened(`${address}?member=2`)
    await page.getByText(/^after epoch \d+$/).waitFor()
    const epoch = async () => Number((await page.getByText(/^after epoch/).innerText()).replace(/\D/g, ''))
    const first = await epoch()
    await expect.poll(epoch, patiently).toBeGreaterThan(first)
    expect(await page.getByRole('img', { name: /^Reconstruction of the image of a/ }).count()).toBe(1)
    await page.getByRole('img', { name: /^Latent space after epoch \d+: 6 validation images of 3 classes/ }).waitFor()
    await page.getByRole('log').getByText('Begins: 2 members to train').waitFor()
    // Not to the images: the originals of a set in a test are not there to be looked at.
    await page.getByRole('link', { name: 'Studies', exact: true }).click()
    await page.getByRole('heading', { name: 'As it forms' }).waitFor({ state: 'detached' })
    await page.goBack()
    await expect.poll(epoch, patiently).toBeGreaterThan(first)
    expect(await page.getByRole('combobox', { name: 'Member that is looked at' }).locator('..').locator('..').innerText()).toContain('Member 2')
    const next = await trained({ seed: 22 }, slowly)
    const queue = page.getByRole('region', { name: 'Queue' })
    await expect.poll(() => queue.getByRole('listitem').count(), patiently).toBe(2)
    expect(await queue.getByRole('listitem').nth(1).innerText()).toContain('waits')
    await queue.getByRole('button', { name: /^Cancel:/ }).nth(1).click()
    await expect.poll(async () => (await api().jobs.show({ id: next.jobId })).state, patiently).toBe('cancelled')
    expect((await api().ensembles.show({ id })).members.map(({ state }) => state)).toEqual(['running', 'running'])
    expect(complaints).toEqual([])
  })

  test('by the keyboard alone a training is paused, resumed and cancelled', async () => {
    const { address, jobId } = await trained({ seed: 23 }, slowly)
    const { page } = await opened(address)
    const press = async (name: string) => {
      await page.getByRole('button', { name, exact: true }).first().focus()
      await page.keyboard.press('Enter')
    }
    const state = () => api().jobs.show({ id: jobId }).then((job) => job.state)
    for (const [name, becomes] of [['Pause', 'paused'], ['Resume', 'running'], ['Cancel', 'cancelled']]) {
      await page.getByRole('button', { name, exact: true }).first().waitFor()
      await press(name)
      await expect.poll(state, patiently).toBe(becomes)
    }
    await page.getByRole('log').getByText('Resumed.').waitFor()
  })

  test.each(['light', 'dark'] as const)('axe finds nothing on the form, nor on a training, %s', async (colorScheme) => {
    const { address } = await trained({ seed: 24 }, slowly)
    const { page, go } = await opened(address, { colorScheme })
    const violations = async () => {
      const found = await new AxeBuilder({ page }).analyze()
      return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join('\n')}`)
    }
    await page.getByText(/^after epoch \d+$/).waitFor()
    expect(await violations()).toEqual([])
    await go(form())
    await page.getByText('2 at a time with 1 thread each').waitFor()
    await page.getByText('More settings').click()
    await enter(page, 'Members', '900')
    await page.getByText('It is from 1 to 200, not 900.').waitFor()
    expect(await violations()).toEqual([])
  })
})
