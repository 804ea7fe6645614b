import path from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { hasBrowser, launchBrowser, openWindow } from './browserInTest.ts'
import { LacunaInTest } from './lacunaInTest.ts'
import { smallFolder, smallSettings } from './smallFolder.ts'

describe.skipIf(!hasBrowser)('why an image scores as it does, over the real engine and the real TensorFlow', () => {
  let lacuna: LacunaInTest
  let browser: Browser
  let trained: { project: number; ensemble: number }

  beforeAll(async () => {
    ;[lacuna, browser] = await Promise.all([LacunaInTest.start(), launchBrowser()])
    const folder = await smallFolder(path.join(lacuna.workspace, 'parts'))
    trained = await lacuna.trained('parts', folder, { ...smallSettings(3), members: 2 })
  }, 300_000)
  afterAll(async () => {
    await browser?.close()
    await lacuna?.stop()
  })

  async function opened(query: string, options = {}) {
    const window = await openWindow(browser, await lacuna.url, options)
    onTestFinished(() => window.close())
    await window.go(`/project/${trained.project}/result/${trained.ensemble}${query}`)
    await window.page.locator('.sentence').waitFor()
    return window
  }
  const explained = (position: number) =>
    lacuna.ask((api) => api.explanations.show({ ensembleId: trained.ensemble, position }))
  /** How many of a canvas's pixels have another colour than its first. */
  const drawn = (page: Page, name: string) => page.getByRole('img', { name }).evaluate((canvas: HTMLCanvasElement) => {
    const { data } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height)
    return data.filter((byte, i) => byte !== data[i % 4]).length
  })

  test('the pane says of an image what the engine says, and draws it again', async () => {
    const { page, complaints } = await opened('?image=3')
    const { classes, nearest, members } = await explained(3)
    const sentence = await page.locator('.sentence').innerText()
    expect(sentence).toContain(classes[nearest])
    const unlike = members.filter((member) => member.unlike).length
    expect(sentence).toMatch([/^Like a known class in both/, /^Unlike any class in 1 of 2/, /^Unlike any class in both/][unlike])
    for (const name of ['The image as the members see it', /^The image as drawn by/, 'Where image and reconstruction differ']) {
      await page.getByRole('img', { name }).waitFor()
    }
    expect(await drawn(page, 'The image as drawn by: mean of 2')).toBeGreaterThan(100)
    expect(await drawn(page, 'Where image and reconstruction differ')).toBeGreaterThan(100)
    expect(complaints).toEqual([])
  })

  test('the picture of a member’s latent space leads to the large one, by keys', async () => {
    const { page } = await opened('?image=3')
    await page.getByRole('button', { name: /^Member 2/ }).press('Enter')
    await page.getByRole('img', { name: /^Latent space of member 2/ }).waitFor()
    expect(page.url()).toContain('member=2')
  })

  test('the table has the distances of the engine, rounded as they are written', async () => {
    const { page } = await opened('?image=5&distances=table')
    const table = page.getByRole('region', { name: 'Distances to each class, as a table' })
    const { classes, members } = await explained(5)
    for (const [k, name] of classes.entries()) {
      const cells = await table.getByRole('row', { name }).getByRole('cell').allInnerTexts()
      const [, ...those] = cells.map((cell) => Number.parseFloat(cell.replace(',', '')))
      those.forEach((said, m) => expect(Math.abs(said - members[m].distances[k])).toBeLessThan(0.51))
    }
  })

  test('walking by the arrow keys ends at the last image’s explanation', async () => {
    const { page } = await opened('?image=3')
    await page.getByRole('gridcell').first().getByRole('button').click()
    for (let i = 0; i < 6; i++) await page.keyboard.press('ArrowRight')
    await expect.poll(() => page.url()).toMatch(/image=\d+/)
    await page.locator('.said:not(.stale)').waitFor()
    const { classes, nearest } = await explained(Number(/image=(\d+)/.exec(page.url())![1]))
    expect(await page.locator('.sentence').innerText()).toContain(classes[nearest])
  })

  test.each(['light', 'dark'] as const)('axe finds nothing in the pane, %s', async (colorScheme) => {
    for (const query of ['?image=3', '?image=3&distances=table&drawn=member']) {
      const { page } = await opened(query, { colorScheme })
      await page.getByRole('img', { name: 'Where image and reconstruction differ' }).waitFor()
      const { violations } = await new AxeBuilder({ page }).analyze()
      expect(violations.map(({ id, nodes }) => `${query} ${id}: ${nodes.map(({ html }) => html).join('\n')}`)).toEqual([])
    }
  })
})
