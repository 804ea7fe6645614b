import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import type { ReportOptions } from '../../contract/reports.ts'

/** A page of two thousand pictures takes half a minute. */
const longest = 180_000

/** Edges of the paper, with room for the number of the page. */
const papers: Record<ReportOptions['paper'], string> = { a4: 'A4', letter: 'letter' }

/** The page as it is printed: on its paper, with all pictures loaded at once. */
export function printedPage(page: string, paper: ReportOptions['paper']): string {
  const size = `<style>@page{size:${papers[paper]} portrait}</style></head>`
  return page.replace('</head>', () => size).replaceAll(' loading="lazy" decoding="async"', '')
}

/**
 * Prints a page to PDF by a headless Chromium, which gets a profile of its own and no network.
 * @throws Error with what Chromium said
 */
export async function printPdf(
  program: string, page: string, paper: ReportOptions['paper'], file: string, signal: AbortSignal,
): Promise<void> {
  const folder = await mkdtemp(path.join(tmpdir(), 'lacuna-print-'))
  try {
    const source = path.join(folder, 'report.html')
    await writeFile(source, printedPage(page, paper))
    await promisify(execFile)(program, [...switches(folder), `--print-to-pdf=${file}`, pathToFileURL(source).href], {
      signal, timeout: longest, maxBuffer: 2 ** 24,
    })
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5 })
  }
}

function switches(folder: string): string[] {
  const isRoot = process.getuid?.() === 0
  return [
    '--headless', '--disable-gpu', '--no-first-run', '--no-default-browser-check', '--disable-extensions',
    '--disable-background-networking', '--no-pdf-header-footer', `--user-data-dir=${path.join(folder, 'profile')}`,
    // Chromium refuses its sandbox to root; the page runs no script of others and loads nothing.
    ...(isRoot ? ['--no-sandbox'] : []),
  ]
}
