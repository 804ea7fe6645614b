// The window over 60,000 images with five members: its first picture, selections until they are seen, a filter, scrolling.
import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { setTimeout } from 'node:timers/promises'
import type { Page } from 'playwright-core'
import { preset } from '../../main/contract/presets.ts'
import type { EnsembleSettings } from '../../main/contract/settings.ts'
import { LacunaInTest } from '../e2e/lacunaInTest.ts'
import { machineLine, median } from './machine.ts'
import { madeIdx } from './madeIdx.ts'
import {
  classTime, filterTime, firstPicture, glName, noteFirstPicture, picturesAreThere, scrolledFrames, selectionTime,
} from './windowTimes.ts'

const { launchBrowser, openWindow } = await import(new URL('../e2e/browserInTest.ts', import.meta.url).href)
const { cardlessArguments } = await import(new URL('../../build/chromium.mjs', import.meta.url).href)

const [images, openings, repeats] = [60_000, 5, 9]

/** Little training: what is drawn does not depend on how well it was learned. */
function settings(): EnsembleSettings {
  const plain = preset('recommended')
  const training = { ...plain.training, epochs: 1, leastSteps: 0, batch: 512 }
  return { ...plain, members: 5, heldOut: ['4'], model: { ...plain.model, dense: 16 }, training }
}

const [lacuna, browser] = await Promise.all([LacunaInTest.start(), launchBrowser(cardlessArguments)])
try {
  const folder = path.join(lacuna.workspace, 'made')
  mkdirSync(folder)
  console.log(`machine: ${machineLine()}`)
  console.log('Importing 60,000 images, training five members on them and scoring them: some minutes ...')
  const place = await lacuna.trained('bench', madeIdx(path.join(folder, 'bars'), images, 1), settings())
  await report(`/project/${place.project}/result/${place.ensemble}?scope=all`)
  await reportScrolling(`/project/${place.project}/images?part=browse`)
} finally {
  await browser.close()
  await lacuna.stop()
}

async function report(address: string): Promise<void> {
  const firsts: number[] = []
  for (let i = 0; i < openings; i++) {
    const page = await opened(address)
    firsts.push(await firstPicture(page))
    if (i === 0) console.log(`WebGL by ${await glName(page)}`)
    if (i === openings - 1) await reportAnswers(page)
    await page.context().close()
  }
  print(`first picture of ${images.toLocaleString('en')} images, five members`, firsts, 1500)
}

async function opened(address: string): Promise<Page> {
  const { page, go } = await openWindow(browser, await lacuna.url, { viewport: { width: 1600, height: 900 } })
  await noteFirstPicture(page)
  await go(address)
  return page
}

async function reportAnswers(page: Page): Promise<void> {
  await atRest(page)
  const [selections, classes, filters]: number[][] = [[], [], []]
  for (let i = 0; i < repeats; i++) selections.push(await selectionTime(page, 2 + i))
  for (let i = 0; i < repeats; i++) classes.push(await classTime(page, i))
  await page.keyboard.press('Escape')
  for (let i = 0; i < repeats; i++) filters.push(await filterTime(page, 1 + i))
  print('a selected image is marked in the list and in the latent picture, and told of beside them', selections, 50)
  print('a selected class is drawn, listed and counted', classes, 50)
  print(`a filter by class over ${images.toLocaleString('en')} images, all panes`, filters, 100)
}

async function reportScrolling(address: string): Promise<void> {
  const page = await opened(address)
  await page.getByRole('gridcell').first().waitFor()
  await atRest(page)
  print('a frame of the images while they are scrolled', await scrolledFrames(page, '[role=grid]', 300), 33)
  await page.context().close()
}

/** The stream of events never ends: what is asked for on opening has come once no picture is awaited. */
async function atRest(page: Page): Promise<void> {
  while (!await picturesAreThere(page)) await setTimeout(100)
  await page.waitForTimeout(2000)
}

function print(what: string, milliseconds: number[], most: number): void {
  const worst = Math.max(...milliseconds)
  console.log(`${what}: ${median(milliseconds).toFixed(0)} ms, at worst ${worst.toFixed(0)} (wanted: ${most})`)
}
