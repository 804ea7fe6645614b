import { AxeBuilder } from '@axe-core/playwright'
import { describe, expect, test } from 'vitest'
import { hasBrowser } from './browserInTest.ts'
import { studiedBrowser } from './studiedBrowser.ts'

describe.skipIf(!hasBrowser)('the studies in a browser, over a study with made figures', () => {
  const opened = studiedBrowser()

  test('from the list to a figure, by mouse; a reload restores what was sorted by', async () => {
    const { page, go, complaints } = await opened()
    await go('/studies')
    await page.getByRole('link', { name: 'clothes', exact: true }).click()
    await page.getByRole('button', { name: 'Coat' }).click()
    const coat = page.getByRole('columnheader', { name: 'Coat' })
    await expect.poll(() => coat.getAttribute('aria-sort')).toBe('descending')
    await page.reload()
    await page.getByRole('heading', { name: 'AUROC by what was held out' }).waitFor()
    expect(await coat.getAttribute('aria-sort')).toBe('descending')
    expect(complaints).toEqual([])
  })

  test.each(['light', 'dark'] as const)('axe finds nothing on any screen of studies, %s', async (colorScheme) => {
    const { page, go } = await opened({ colorScheme })
    const screens = {
      '/studies': 'New study', '/study/clothes': 'Files for a paper', '/studies/build?study=clothes': 'Change a study',
    }
    for (const [address, heading] of Object.entries(screens)) {
      await go(address)
      await page.getByRole('heading', { name: heading }).waitFor()
      await page.getByRole('status').filter({ hasText: 'Loading' }).waitFor({ state: 'detached' })
      const { violations } = await new AxeBuilder({ page }).analyze()
      const told = violations.map(({ id, nodes }) => `${address} ${id}: ${nodes.map(({ html }) => html).join('\n')}`)
      expect(told).toEqual([])
    }
  })
})
