// Makes the pictures of the README: each screen, light and dark, over the sample. `npm run pictures` runs it.
import { mkdirSync } from 'node:fs'
import path from 'node:path'
import type { Browser, Page } from 'playwright-core'
import sharp from 'sharp'
import { preset } from '../../main/contract/presets.ts'
import type { EnsembleSettings } from '../../main/contract/settings.ts'
import { writeSample } from '../../main/datasets/sample.ts'
import { launchBrowser, openWindow } from './browserInTest.ts'
import { LacunaInTest } from './lacunaInTest.ts'

const folder = path.join(import.meta.dirname, '..', '..', 'docs', 'pictures')
const size = { viewport: { width: 1280, height: 760 }, deviceScaleFactor: 1.5 }
const mostBytes = 150_000

/** A screen of the project: where it is, and what is there once it is complete. */
interface Screen { name: string; address: string; ready(page: Page): Promise<unknown> }

/** Two dimensions, since all of their latent space can be shown. */
function settings(members: number, seed: number): EnsembleSettings {
  const plain = preset('recommended')
  return { ...plain, members, seed, heldOut: ['Bag'], model: { ...plain.model, latent: 2 } }
}

async function main(): Promise<void> {
  mkdirSync(folder, { recursive: true })
  const [lacuna, browser] = await Promise.all([LacunaInTest.start(), launchBrowser()])
  try {
    const source = path.join(lacuna.workspace, 'fashion')
    await writeSample(source)
    console.log('Training ...')
    const trained = await lacuna.trained('fashion', source, settings(3, 1))
    for (const screen of screensOf(trained)) await takeBoth(browser, lacuna, screen)
    await takeTraining(browser, lacuna, trained.project)
  } finally {
    await browser.close()
    await lacuna.stop()
  }
}

function screensOf({ project, ensemble }: { project: number; ensemble: number }): Screen[] {
  const tile = (page: Page) => page.getByRole('gridcell').nth(12).waitFor()
  return [
    { name: 'projects', address: '/', ready: (page) => page.getByRole('link', { name: 'fashion' }).waitFor() },
    { name: 'images', address: `/project/${project}/images`, ready: (page) => page.getByText('Ankle boot').first().waitFor() },
    { name: 'train', address: `/project/${project}/train`, ready: holdOutBag },
    { name: 'result', address: `/project/${project}/result/${ensemble}`, ready: tile },
    { name: 'selection', address: `/project/${project}/result/${ensemble}?colour=score&group=class:1`, ready: tile },
  ]
}

const holdOutBag = (page: Page) => page.getByRole('radiogroup', { name: 'Bag' }).getByText('Held out').click()

async function takeBoth(browser: Browser, lacuna: LacunaInTest, { name, address, ready }: Screen): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    const { page, go, close } = await openWindow(browser, await lacuna.url, { ...size, colorScheme })
    await go(address)
    await ready(page)
    if (name === 'selection') await page.getByRole('gridcell').nth(3).click()
    await keep(page, `${name}-${colorScheme}`)
    await close()
  }
}

/** A training in the middle: started, and pictured when its curves have some points. */
async function takeTraining(browser: Browser, lacuna: LacunaInTest, project: number): Promise<void> {
  const [set] = await lacuna.ask((api) => api.imageSets.list({ project: 'fashion' }))
  const ensemble = await lacuna.ask((api) => api.ensembles.create({ imageSetId: set.id, settings: settings(3, 2) }))
  await lacuna.ask((api) => api.ensembles.train({ id: ensemble.id }))
  const half = async () => (await lacuna.ask((api) => api.ensembles.show({ id: ensemble.id }))).members[0].curve.length > 12
  while (!await half()) await new Promise((resolve) => setTimeout(resolve, 500))
  await takeBoth(browser, lacuna, {
    name: 'training', address: `/project/${project}/train/${ensemble.id}`,
    ready: (page) => page.getByText(/images\/s/).first().waitFor(),
  })
}

/** As small as a picture of text stays sharp. */
async function keep(page: Page, name: string): Promise<void> {
  await page.mouse.move(1, 1)
  await page.waitForLoadState('networkidle').catch(() => undefined)
  await page.waitForTimeout(600)
  const file = path.join(folder, `${name}.webp`)
  const picture = await page.screenshot()
  for (const quality of [82, 70, 58, 46]) {
    const { size: bytes } = await sharp(picture).webp({ quality, effort: 6 }).toFile(file)
    if (bytes < mostBytes) return console.log(`${path.relative(process.cwd(), file)}: ${Math.round(bytes / 1000)} kB`)
  }
  throw new Error(`${file} stays above ${mostBytes} bytes.`)
}

await main()
