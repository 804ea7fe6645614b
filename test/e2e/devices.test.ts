import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { publishCuda } from '../build/fakeCuda.ts'
import { CPU_WHEEL, FakeMachine, TENSORFLOW_FILES } from '../build/fakeMachine.ts'
import { fakeNvidiaSmi, answers } from '../compute/cards/nvidiaSmi.ts'
import { hasBrowser, launchBrowser, openWindow } from './browserInTest.ts'
import { LacunaInTest } from './lacunaInTest.ts'

const runtimes = (page: Page) => page.getByRole('table', { name: 'TensorFlow runtimes' })
const devices = (page: Page) => page.getByRole('table', { name: 'Devices' })
const act = (page: Page, name: string) => page.getByRole('button', { name })

describe.skipIf(!hasBrowser)('devices and runtimes in the settings', () => {
  const machine = new FakeMachine()
  let [lacuna, real, browser]: [LacunaInTest?, LacunaInTest?, Browser?] = []

  beforeAll(async () => {
    await machine.publish(CPU_WHEEL, TENSORFLOW_FILES)
    await publishCuda(machine)
    machine.keepBinding()
    fakeNvidiaSmi(answers.twoCards, 0, machine.env.PATH)
    browser = await launchBrowser()
    lacuna = await LacunaInTest.start(machine.env)
    real = await LacunaInTest.start({ PATH: machine.env.PATH })
  })
  afterAll(async () => {
    await browser?.close()
    await Promise.all([lacuna?.stop(), real?.stop()])
    machine.dispose()
  })

  async function opened(of: LacunaInTest, options = {}) {
    const window = await openWindow(browser!, await of.url, options)
    onTestFinished(() => window.close())
    await window.go('/settings')
    await runtimes(window.page).waitFor()
    return window
  }

  test('every card is named with memory and driver, and why it is not used', async () => {
    const { page } = await opened(lacuna!)
    const row = devices(page).getByRole('row', { name: 'NVIDIA GeForce RTX 3090' })
    await expect.poll(() => row.innerText()).toMatch(/NVIDIA card, 25\.8.GB of memory, 25.GB free, driver 550\.54\.15[^]*No TensorFlow runtime is set up/)
  })

  test('the check trains a few real steps on the processor', async () => {
    const { page, complaints } = await opened(real!)
    await act(page, 'Check devices').click()
    await devices(page).getByText(/^Works: [\d.]+ ms a step, loss [\d.]+, TensorFlow 2\.21\.0 cpu$/).waitFor({ timeout: 150_000 })
    await devices(page).getByText(/^The TensorFlow in use is for processors/).first().waitFor()
    expect(complaints).toEqual([])
  }, 180_000)

  test('by keys alone: a runtime is installed, tried, and removed', async () => {
    machine.pip = 'works'
    const { page, complaints } = await opened(lacuna!)
    await act(page, 'Install TensorFlow for processors').press('Enter')
    await runtimes(page).getByText(/^In use, /).waitFor()
    await act(page, 'Check TensorFlow for processors').press('Enter')
    await runtimes(page).getByText('It loads.').waitFor()
    await act(page, 'Remove TensorFlow for processors').press('Enter')
    await act(page, 'Install TensorFlow for processors').waitFor()
    expect(machine.contents()).toEqual(['binding-2.21.0.node'])
    expect(complaints).toEqual([])
  })

  test('a download says how far it is, and can be cancelled', async () => {
    machine.pip = 'hangs'
    const { page } = await opened(lacuna!)
    await act(page, 'Install TensorFlow for NVIDIA cards').click()
    await page.getByText(/Downloading tensorflow==2\.21\.0, 4.MB of 10.MB/).waitFor()
    await page.getByRole('button', { name: 'Cancel', exact: true }).click()
    await page.getByText('cancelled. What was downloaded whole is kept').waitFor()
  })

  test('what goes wrong is one sentence, and wheel files take pip’s place', async () => {
    machine.pip = 'offline'
    const { page } = await opened(lacuna!)
    await act(page, 'Install TensorFlow for NVIDIA cards').click()
    await page.getByRole('alert').getByText('pip cannot reach its package index').waitFor()
    await page.getByLabel('Wheel files').fill(`${machine.folder}/wheels`)
    await act(page, 'Install TensorFlow for NVIDIA cards').click()
    await runtimes(page).getByText(/^In use, /).waitFor()
    await devices(page).getByText('Can be used').nth(2).waitFor()
  })

  test.each(['light', 'dark'] as const)('axe finds nothing, %s', async (colorScheme) => {
    const { page } = await opened(lacuna!, { colorScheme })
    await devices(page).waitFor()
    const { violations } = await new AxeBuilder({ page }).analyze()
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join('\n')}`)).toEqual([])
  })
})
