import { mkdtempSync, readFileSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { reportPage } from '../../../main/reports/page/page.ts'
import { printPdf } from '../../../main/reports/pdf/printPdf.ts'
import { madeContent } from '../madeReport.ts'

const { ensureChromium } = await import(new URL('../../../build/chromium.mjs', import.meta.url).href)
/** The Chromium of the tests is for Linux on x64 alone. */
const hasBrowser = process.platform === 'linux' && process.arch === 'x64'
const folder = mkdtempSync(path.join(os.tmpdir(), 'lacuna-pdf-'))
afterAll(() => rm(folder, { recursive: true, force: true }))

/** Width and height in points of the pages that a PDF says it has. */
function pageSizes(file: string): number[][] {
  const boxes = readFileSync(file, 'latin1').matchAll(/\/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)\s*\]/g)
  return [...boxes].map(([, width, height]) => [Math.round(Number(width)), Math.round(Number(height))])
}

describe.skipIf(!hasBrowser)('a report as PDF', { timeout: 120_000 }, () => {
  test.for([['a4', [595, 842]], ['letter', [612, 792]]] as const)('has only pages of the paper %s', async ([paper, size]) => {
    const { executablePath, env } = await ensureChromium()
    Object.assign(process.env, env)
    const file = path.join(folder, `${paper}.pdf`)
    await printPdf(executablePath, reportPage(madeContent()), paper, file, new AbortController().signal)
    const sizes = pageSizes(file)
    expect(sizes.length).toBeGreaterThan(3)
    for (const [width, height] of sizes) {
      expect(Math.abs(width - size[0])).toBeLessThanOrEqual(1)
      expect(Math.abs(height - size[1])).toBeLessThanOrEqual(1)
    }
  })

  test('names the program that could not print', async () => {
    const printed = printPdf('/bin/false', '<p>', 'a4', path.join(folder, 'none.pdf'), new AbortController().signal)
    await expect(printed).rejects.toThrow(/^\/bin\/false could not print the report: /)
  })
})
