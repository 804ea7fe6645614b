import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import type { ReportOptions } from '../../contract/reports.ts'
import { DevtoolsPipe } from './devtoolsPipe.ts'

/** A page of two thousand pictures takes half a minute. */
const longest = 120_000

const papers: Record<ReportOptions['paper'], string> = { a4: 'A4', letter: 'letter' }

/**
 * The page as it is printed: on its paper, with all pictures loaded at once, and without its script, whose buttons in a
 * table's head would keep Chromium from repeating the head on the next page.
 */
export function printedPage(page: string, paper: ReportOptions['paper']): string {
  const size = `<style>@page{size:${papers[paper]} portrait}</style></head>`
  return page.replace('</head>', () => size).replace(/<script>.*?<\/script>/s, '').replaceAll(' loading="lazy" decoding="async"', '')
}

/**
 * Prints a page to PDF by a headless Chromium, which gets a profile of its own.
 * @throws Error with what Chromium said, or that it took too long
 */
export async function printPdf(
  program: string, page: string, paper: ReportOptions['paper'], file: string, cancelled: AbortSignal,
): Promise<void> {
  const folder = await mkdtemp(path.join(tmpdir(), 'lacuna-print-'))
  const signal = AbortSignal.any([cancelled, AbortSignal.timeout(longest)])
  const chromium = spawn(program, switches(folder), { stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'], signal, killSignal: 'SIGKILL' })
  const ended = once(chromium, 'close').catch((error: Error) => error)
  try {
    const source = path.join(folder, 'report.html')
    await writeFile(source, printedPage(page, paper))
    await writeFile(file, await printed(new DevtoolsPipe(chromium), pathToFileURL(source).href))
  } catch (error) {
    cancelled.throwIfAborted()
    throw new Error(`${program} could not print the report: ${(error as Error).message}`, { cause: error })
  } finally {
    chromium.kill('SIGKILL')
    await ended
    await rm(folder, { recursive: true, force: true, maxRetries: 5 })
  }
}

/** @returns the PDF of what lies at an address, on the paper that its own style names */
async function printed(pipe: DevtoolsPipe, url: string): Promise<Buffer> {
  const { targetId } = await pipe.ask('Target.createTarget', { url: 'about:blank' })
  const { sessionId } = await pipe.ask('Target.attachToTarget', { targetId, flatten: true }) as { sessionId: string }
  await pipe.ask('Page.enable', {}, sessionId)
  const loaded = pipe.next('Page.loadEventFired')
  const { errorText } = await pipe.ask('Page.navigate', { url }, sessionId)
  if (typeof errorText === 'string') throw new Error(errorText)
  await loaded
  const { data } = await pipe.ask('Page.printToPDF', { printBackground: true, preferCSSPageSize: true }, sessionId)
  return Buffer.from(data as string, 'base64')
}

function switches(folder: string): string[] {
  const isRoot = process.getuid?.() === 0
  return [
    '--headless', '--disable-gpu', '--no-first-run', '--no-default-browser-check', '--disable-extensions',
    '--disable-background-networking', '--remote-debugging-pipe', `--user-data-dir=${path.join(folder, 'profile')}`,
    // Chromium refuses its sandbox to root; the page runs no script of others and loads nothing.
    ...(isRoot ? ['--no-sandbox'] : []),
  ]
}
