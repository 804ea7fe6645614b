import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { reportPage } from '../../main/reports/page/page.ts'
import { madeContent } from '../reports/madeReport.ts'
import { hasBrowser, launchBrowser } from './browserInTest.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'lacuna-report-page-'))
const file = path.join(folder, 'index.html')

describe.skipIf(!hasBrowser)('a report in a browser without network', { timeout: 60_000 }, () => {
  let browser: Browser | undefined
  beforeAll(async () => {
    writeFileSync(file, reportPage(madeContent()))
    browser = await launchBrowser()
  }, 60_000)
  afterAll(async () => {
    await browser?.close()
    rmSync(folder, { recursive: true, force: true })
  })

  /** The page, and what it complained of or asked for. */
  async function opened(options: BrowserContextOptions = {}): Promise<{ page: Page; complaints: string[] }> {
    const context = await browser!.newContext({ offline: true, ...options })
    onTestFinished(() => context.close())
    const page = await context.newPage()
    const complaints: string[] = []
    page.on('console', (message) => void complaints.push(message.text()))
    page.on('pageerror', (error) => void complaints.push(error.message))
    page.on('request', (request) => void (/^(file|data):/.test(request.url()) || complaints.push(request.url())))
    await page.goto(pathToFileURL(file).href)
    return { page, complaints }
  }

  const headings = (page: Page) => page.locator('h2').allTextContents()
  const firstColumn = (page: Page) => page.locator('section:has(#classes) tbody th').allTextContents()

  test('has all sections and every image’s text with JavaScript off', async () => {
    const { page } = await opened({ javaScriptEnabled: false })
    const off = await headings(page)
    expect(off).toContain('Flagged by class')
    expect(off).toContain('How it was made')
    expect(await page.locator('th button').count()).toBe(0)
    expect(await page.locator('.gallery li').count()).toBe(36)
    expect(await headings((await opened()).page)).toEqual(off)
  })

  test('sorts a table by a pressed heading, and turns it round by a second press, under its own policy', async () => {
    const { page, complaints } = await opened()
    const before = await firstColumn(page)
    const head = page.locator('section:has(#classes) thead th').first()
    await head.locator('button').click()
    expect(await firstColumn(page)).toEqual(before.toSorted((a, b) => a.localeCompare(b, 'en')))
    await head.locator('button').click()
    expect(await head.getAttribute('aria-sort')).toBe('descending')
    expect(await firstColumn(page)).toEqual(before.toSorted((a, b) => b.localeCompare(a, 'en')))
    expect(complaints).toEqual([])
  })

  test('sorts figures by their value', async () => {
    const { page } = await opened()
    await page.locator('section:has(#classes) thead th').nth(3).locator('button').click()
    const cells = await page.locator('section:has(#classes) tbody tr td:nth-of-type(3)').allTextContents()
    const values = cells.map(Number)
    expect(values).toEqual(values.toSorted((a, b) => a - b))
    expect(new Set(values).size).toBeGreaterThan(1)
  })
})
