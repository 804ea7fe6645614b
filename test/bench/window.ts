// The window over 60,000 images with five members: its first picture, a selection until it is seen everywhere, a filter.
import { mkdirSync } from 'node:fs'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { preset } from '../../main/contract/presets.ts'
import type { EnsembleSettings } from '../../main/contract/settings.ts'
import { LacunaInTest } from '../e2e/lacunaInTest.ts'
import { machineLine, median } from './machine.ts'
import { madeIdx } from './madeIdx.ts'
import { filterTime, firstPicture, noteFirstPicture, selectionTime } from './windowTimes.ts'

const { launchBrowser, openWindow } = await import(new URL('../e2e/browserInTest.ts', import.meta.url).href)

const [images, openings, repeats] = [60_000, 5, 9]

/** Little training: what is drawn does not depend on how well it was learned. */
function settings(): EnsembleSettings {
  const plain = preset('recommended')
  const training = { ...plain.training, epochs: 1, leastSteps: 0, batch: 512 }
  return { ...plain, members: 5, heldOut: ['4'], model: { ...plain.model, dense: 16 }, training }
}

const [lacuna, browser] = await Promise.all([LacunaInTest.start(), launchBrowser()])
try {
  const folder = path.join(lacuna.workspace, 'made')
  mkdirSync(folder)
  console.log(`machine: ${machineLine()}`)
  const place = await lacuna.trained('bench', madeIdx(path.join(folder, 'bars'), images, 1), settings())
  await report(`/project/${place.project}/result/${place.ensemble}`)
} finally {
  await browser.close()
  await lacuna.stop()
}

async function report(address: string): Promise<void> {
  const firsts: number[] = []
  for (let i = 0; i < openings; i++) {
    const { page, go } = await openWindow(browser, await lacuna.url, { viewport: { width: 1600, height: 900 } })
    await noteFirstPicture(page)
    await go(`${address}?scope=all`)
    firsts.push(await firstPicture(page))
    if (i === openings - 1) await reportAnswers(page)
    await page.context().close()
  }
  print(`first picture of ${images.toLocaleString('en')} images, five members`, firsts, 1500)
}

async function reportAnswers(page: Page): Promise<void> {
  // What comes after the first picture comes first.
  await page.waitForLoadState('networkidle')
  const [selections, filters]: number[][] = [[], []]
  for (let i = 0; i < repeats; i++) selections.push(await selectionTime(page, 2 + i))
  for (let i = 0; i < repeats; i++) filters.push(await filterTime(page, 1 + i))
  print('a selected image is marked in the list and told of beside it', selections, 50)
  print(`a filter by class over ${images.toLocaleString('en')} images, all panes`, filters, 100)
}

function print(what: string, milliseconds: number[], most: number): void {
  const worst = Math.max(...milliseconds)
  console.log(`${what}: ${median(milliseconds).toFixed(0)} ms, at worst ${worst.toFixed(0)} (wanted: ${most})`)
}
