// Makes the pictures of the README: each screen, light and dark, over the sample. `npm run pictures` runs it.
import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { setTimeout } from 'node:timers/promises'
import type { Browser, Page } from 'playwright-core'
import sharp from 'sharp'
import { waitForJob } from '../../main/client/waitForJob.ts'
import { preset } from '../../main/contract/presets.ts'
import { smallStudy } from './smallStudy.ts'
import type { EnsembleSettings } from '../../main/contract/settings.ts'
import { writeSample } from '../../main/datasets/sample.ts'
import { launchBrowser, openWindow } from './browserInTest.ts'
import { LacunaInTest } from './lacunaInTest.ts'

const folder = path.join(import.meta.dirname, '..', '..', 'docs', 'pictures')
const size = { viewport: { width: 1280, height: 760 }, deviceScaleFactor: 1.5 }
const mostBytes = 150_000

/** A screen of the project: where it is, and what is there once it is complete. */
interface Screen { name: string; address: string; ready(page: Page): Promise<unknown> }

function settings(latent: number): EnsembleSettings {
  const plain = preset('recommended')
  return { ...plain, members: 3, heldOut: ['Bag'], model: { ...plain.model, latent } }
}

async function main(): Promise<void> {
  mkdirSync(folder, { recursive: true })
  const [lacuna, browser] = await Promise.all([LacunaInTest.start(), launchBrowser()])
  try {
    const source = path.join(lacuna.workspace, 'fashion')
    await writeSample(source)
    console.log('Training three members ...')
    const trained = await lacuna.trained('fashion', source, settings(8))
    for (const screen of screensOf(trained)) await takeBoth(browser, lacuna, screen)
    console.log('Training three more, whose latent space is a plane ...')
    const flat = lacuna.trained('fashion', source, settings(2))
    await takeTraining(browser, lacuna, trained.project)
    await takeBoth(browser, lacuna, selection(await flat))
    console.log('Running a small study ...')
    await lacuna.ask(async (api) => waitForJob(api, (await api.studies.start({ spec: smallStudy })).jobId))
    await takeBoth(browser, lacuna, study)
  } finally {
    await browser.close()
    await lacuna.stop()
  }
}

interface Place { project: number; ensemble: number }

const tiles = (page: Page) => page.getByRole('gridcell').nth(12).waitFor()

function screensOf({ project, ensemble }: Place): Screen[] {
  return [
    {
      name: 'projects', address: '/',
      ready: (page) => page.getByRole('link', { name: 'fashion', exact: true }).waitFor(),
    },
    {
      name: 'images', address: `/project/${project}/images`,
      ready: (page) => page.getByText('Ankle boot').first().waitFor(),
    },
    {
      name: 'train', address: `/project/${project}/train`,
      ready: (page) => page.getByRole('radiogroup', { name: 'Bag' }).getByText('Held out').click(),
    },
    { name: 'members', address: `/project/${project}/members/${ensemble}`, ready: (page) => page.getByText('AUROC alone').waitFor() },
    {
      name: 'result', address: `/project/${project}/result/${ensemble}`,
      ready: async (page) => {
        await tiles(page)
        await page.getByRole('gridcell').nth(2).getByRole('button').click()
        await page.getByText('Distance to each class').waitFor()
      },
    },
    { name: 'compare', address: `/project/${project}/compare`, ready: (page) => page.getByText('Differences in AUROC').waitFor() },
  ]
}

const study: Screen = {
  name: 'study', address: `/study/${smallStudy.name}`,
  ready: (page) => page.getByRole('heading', { name: 'Files for a paper' }).waitFor(),
}

/** A class and one image of it, selected in all panes. */
function selection({ project, ensemble }: Place): Screen {
  return {
    name: 'selection', address: `/project/${project}/result/${ensemble}?group=class:1`,
    ready: async (page) => {
      await tiles(page)
      await page.getByRole('gridcell').nth(3).click()
    },
  }
}

async function takeBoth(browser: Browser, lacuna: LacunaInTest, screen: Screen): Promise<void> {
  const { name, address, ready } = screen
  for (const colorScheme of ['light', 'dark'] as const) {
    const { page, go, close } = await openWindow(browser, await lacuna.url, { ...size, colorScheme })
    await go(address)
    await ready(page)
    await keep(page, `${name}-${colorScheme}`)
    await close()
  }
}

/** A training in the middle, when its curves have some points. */
async function takeTraining(browser: Browser, lacuna: LacunaInTest, project: number): Promise<void> {
  const newest = async () => (await lacuna.ask((api) => api.ensembles.list({ project: 'fashion' }))).at(-1)!
  const points = async () => {
    const { id, settings: { model } } = await newest()
    const [member] = (await lacuna.ask((api) => api.ensembles.show({ id }))).members
    return model.latent === 2 ? member.curve.length : 0
  }
  while (await points() < 12) await setTimeout(500)
  await takeBoth(browser, lacuna, {
    name: 'training', address: `/project/${project}/train/${(await newest()).id}`,
    ready: (page) => page.getByText(/images\/s/).first().waitFor(),
  })
}

/** As small as a picture of text stays sharp. */
async function keep(page: Page, name: string): Promise<void> {
  await page.mouse.move(1, 1)
  await page.waitForFunction(() => [...document.images].every((one) => one.complete || one.loading === 'lazy'))
  await page.waitForTimeout(1000)
  const file = path.join(folder, `${name}.webp`)
  const picture = await page.screenshot()
  for (const quality of [82, 70, 58, 46]) {
    const { size: bytes } = await sharp(picture).webp({ quality, effort: 6 }).toFile(file)
    if (bytes < mostBytes) return console.log(`${name}.webp: ${Math.round(bytes / 1000)} kB`)
  }
  throw new Error(`${file} stays above ${mostBytes} bytes.`)
}

await main()
