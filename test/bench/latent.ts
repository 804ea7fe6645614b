// The latent picture in a browser: selecting, moving and drawing a lasso over 60,000 and 100,000 points.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import vue from '@vitejs/plugin-vue'
import type { Browser, Page } from 'playwright-core'
import { createServer } from 'vite'
import { machineLine, median } from './machine.ts'

const root = path.join(import.meta.dirname, '..', '..')
const { launchBrowser } = await import(new URL('../e2e/browserInTest.ts', import.meta.url).href)
const { cardlessArguments } = await import(new URL('../../build/chromium.mjs', import.meta.url).href)

const cacheDir = mkdtempSync(path.join(tmpdir(), 'lacuna-bench-'))
const server = await createServer({
  root, cacheDir, configFile: false, plugins: [vue()], logLevel: 'warn', server: { port: 0, host: '127.0.0.1' },
})
await server.listen()
const browser: Browser = await launchBrowser(cardlessArguments)
try {
  const page = await browser.newPage()
  await page.goto(`${server.resolvedUrls!.local[0]}test/renderer/bench/latentPage/`)
  await page.waitForFunction('window.latentBench', undefined, { timeout: 120_000 })
  console.log(machineLine())
  console.log(`WebGL by ${await asked(page, 'glName()')}, a picture of 800 x 520 pixels`)
  for (const points of [60_000, 100_000]) for (const dimension of [2, 3]) await measure(page, points, dimension)
} finally {
  await browser.close()
  await server.close()
  rmSync(cacheDir, { recursive: true, force: true })
}

async function measure(page: Page, points: number, dimension: number): Promise<void> {
  const first = await asked(page, `show(${points}, ${dimension})`)
  await page.waitForTimeout(300)
  const times = async (question: (i: number) => string) => {
    const all: number[] = []
    for (let i = 0; i < 9; i++) all.push(Number(await asked(page, question(i))))
    return `${median(all).toFixed(0)} ms`
  }
  console.log(`${points} points in ${dimension} dimensions`)
  console.log(`  first picture: ${Number(first).toFixed(0)} ms`)
  console.log(`  whole picture again: ${await times(() => 'whole()')}`)
  console.log(`  a selection made elsewhere, until it is drawn: ${await times((i) => `select(${i})`)}`)
  const moving = await asked(page, 'turn(4000)') as { pictures: number; points: number }
  console.log(`  moving: ${moving.pictures.toFixed(0)} pictures a second, of ${moving.points.toFixed(0)} points each (wanted: 30)`)
  console.log(`  a lasso of 60 corners: ${await times(() => 'lasso(60)')}`)
}

function asked(page: Page, question: string): Promise<unknown> {
  return page.evaluate(`window.latentBench.${question}`)
}
