import path from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { hasBrowser, launchBrowser, openWindow } from './browserInTest.ts'
import { LacunaInTest } from './lacunaInTest.ts'
import { smallFolder, smallSettings } from './smallFolder.ts'

const look = process.env.LACUNA_LOOK
const members = Number(process.env.LACUNA_LOOK_MEMBERS ?? 3)

describe.skipIf(!hasBrowser)('the screen of members in a browser', () => {
  let [lacuna, browser]: [LacunaInTest?, Browser?] = []
  let address = ''

  beforeAll(async () => {
    ;[lacuna, browser] = await Promise.all([LacunaInTest.start(), launchBrowser()])
    const folder = await smallFolder(path.join(lacuna.workspace, 'clothes'))
    const { project, ensemble } = await lacuna.trained('clothes', folder, { ...smallSettings(2), members })
    address = `/project/${project}/members/${ensemble}`
  }, 300_000)
  afterAll(async () => {
    await browser?.close()
    await lacuna?.stop()
  })

  async function opened(options = {}) {
    const window = await openWindow(browser!, await lacuna!.url, options)
    onTestFinished(() => window.close())
    await window.go(address)
    await window.page.getByText(/All members together: AUROC 0\.\d/).waitFor({ timeout: 60_000 })
    return window
  }

  test('arrows go from member to member, and Enter opens the one in the result', async () => {
    const { page, complaints } = await opened()
    await page.getByRole('link', { name: /Member 1\b.*: open its result$/ }).focus()
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'Latent space' }).waitFor()
    expect(page.url()).toContain('member=2')
    expect(complaints).toEqual([])
  }, 120_000)

  test.each(['light', 'dark'] as const)('axe finds nothing, and every member has a picture, %s', async (colorScheme) => {
    const { page } = await opened({ colorScheme })
    await page.waitForTimeout(700)
    if (look) {
      await page.screenshot({ path: `${look}/members-${members}-${colorScheme}.png` })
      await page.locator('#content').evaluate((content) => content.scrollTo(0, content.scrollHeight))
      await page.waitForTimeout(300)
      await page.screenshot({ path: `${look}/members-${members}-${colorScheme}-below.png` })
    }
    const { violations } = await new AxeBuilder({ page }).analyze()
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join('\n')}`)).toEqual([])
    const painted = await page.getByRole('img', { name: /^Latent space of member/ }).evaluateAll((all) =>
      all.map((one) => (one as HTMLCanvasElement).getContext('2d')!.getImageData(0, 0, 400, 200).data.some((value) => value > 0)))
    expect(painted).toEqual(Array.from({ length: members }, () => true))
  }, 120_000)
})
