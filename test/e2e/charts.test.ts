import { readFileSync } from 'node:fs'
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { hasBrowser } from './browserInTest.ts'
import { studiedBrowser } from './studiedBrowser.ts'

const chart = 'Mean AUROC by number of members'

async function openMenu(page: Page): Promise<void> {
  await page.getByRole('button', { name: `${chart}: save, copy, as a table` }).click()
  await page.getByRole('menuitem', { name: 'Save as SVG' }).waitFor()
}

async function saved(page: Page, entry: string): Promise<{ name: string; bytes: Buffer }> {
  await openMenu(page)
  const [download] = await Promise.all([
    page.waitForEvent('download'), page.getByRole('menuitem', { name: entry, exact: true }).click(),
  ])
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) }
}

describe.skipIf(!hasBrowser)('what a chart gives away, in a browser', () => {
  const opened = studiedBrowser()

  async function atStudy(options = {}) {
    const { page, go, complaints } = await opened(options)
    await go('/study/clothes')
    await page.getByRole('heading', { name: 'By number of members' }).waitFor()
    return { page, complaints }
  }

  test.each(['light', 'dark'] as const)('SVG and PNG are the same chart on a light ground, under a %s theme', async (colorScheme) => {
    const { page, complaints } = await atStudy({ colorScheme })
    const svg = await saved(page, 'Save as SVG')
    expect(svg.name).toBe('clothes-mean-auroc-by-number-of-members.svg')
    const text = svg.bytes.toString()
    expect(text).toContain(chart)
    expect(text).toMatch(/fill="#fff(fff)?"|fill="rgb\(255, ?255, ?255\)"/)
    const png = await saved(page, 'Save as PNG')
    expect(png.name).toBe('clothes-mean-auroc-by-number-of-members.png')
    const [ofPng, ofSvg] = await Promise.all([png.bytes, svg.bytes].map((bytes) => sharp(bytes).metadata()))
    expect([ofPng.width, ofPng.height]).toEqual([2 * ofSvg.width, 2 * ofSvg.height])
    for (const { bytes } of [png, svg]) {
      const [corner] = await sharp(bytes).flatten().extract({ left: 1, top: 1, width: 1, height: 1 }).greyscale().raw().toBuffer()
      expect(corner).toBe(255)
    }
    expect(complaints).toEqual([])
  })

  test('the CSV that is saved is the one that is copied, and has the rows of the table', async () => {
    const { page } = await atStudy({ permissions: ['clipboard-read', 'clipboard-write'] })
    const csv = (await saved(page, 'Save data as CSV')).bytes.toString()
    await openMenu(page)
    await page.getByRole('menuitem', { name: 'Copy data as CSV' }).click()
    await page.getByRole('status').filter({ hasText: 'copied' }).waitFor()
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(csv)
    await openMenu(page)
    await page.getByRole('menuitem', { name: 'Show data as a table' }).click()
    const rows = await page.getByRole('dialog').getByRole('row').count()
    expect(rows).toBe(csv.trim().split('\n').length)
    expect(csv).toMatch(/^Curve,Members,Mean AUROC,Lower end,Upper end\n/)
  })

  test('a table is reached by keys alone, and closed by Escape', async () => {
    const { page } = await atStudy()
    await page.getByRole('button', { name: `${chart}: save, copy, as a table` }).focus()
    await page.keyboard.press('Enter')
    await page.getByRole('menuitem', { name: 'Save as SVG' }).waitFor()
    const focused = () => page.evaluate(() => document.activeElement?.getAttribute('role'))
    await expect.poll(focused).toBe('menuitem')
    await page.keyboard.press('End')
    await page.keyboard.press('Enter')
    await page.getByRole('dialog').getByRole('table').waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'hidden' })
  })

  test.each(['light', 'dark'] as const)('axe finds nothing in an open menu, nor in the table, %s', async (colorScheme) => {
    const { page } = await atStudy({ colorScheme })
    await openMenu(page)
    const found = async () => (await new AxeBuilder({ page }).analyze()).violations
      .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join('\n')}`)
    if (process.env.LACUNA_LOOK) await page.screenshot({ path: `${process.env.LACUNA_LOOK}/menu-${colorScheme}.png` })
    expect(await found()).toEqual([])
    await page.getByRole('menuitem', { name: 'Show data as a table' }).click()
    await page.getByRole('dialog').getByRole('table').waitFor()
    if (process.env.LACUNA_LOOK) await page.screenshot({ path: `${process.env.LACUNA_LOOK}/table-${colorScheme}.png` })
    expect(await found()).toEqual([])
  })
})
