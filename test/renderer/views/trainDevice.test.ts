import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { flushPromises } from '@vue/test-utils'
import { beforeEach, expect, test, vi } from 'vitest'
import { workerScripts } from '../../../main/engine/engineOptions.ts'
import { engineInTest, standIns } from '../../engine/engineInTest.ts'
import { windowInTest } from '../windowInTest.ts'

beforeEach(() => localStorage.clear())

type Shown = Awaited<ReturnType<typeof windowInTest>>['window']

const choices = (window: Shown) => window.findAllComponents({ name: 'ElSelect' }).filter((one) => one.props('id') === 'device')

/** The form on a machine whose graphics cards are what the worker of that name says. */
async function formWith(worker: string) {
  const adapters = pathToFileURL(path.join(standIns, `${worker}Worker.ts`))
  const inTest = await engineInTest({ scripts: { ...workerScripts(standIns), adapters } })
  const set = await inTest.importSet()
  const listed = vi.spyOn(inTest.engine, 'fetch')
  const shown = await windowInTest(`/project/${set.projectId}/train`, inTest)
  await vi.waitFor(() => expect(shown.window.text()).toContain('Train on set'), { timeout: 15_000 })
  const asked = async () => {
    const answers = listed.mock.calls.flatMap(([request], i) => (request.url.endsWith('/devices/choices') ? [listed.mock.results[i].value] : []))
    expect(answers).not.toEqual([])
    await Promise.all(answers)
  }
  await vi.waitFor(asked, { timeout: 15_000 })
  return { ...shown, set }
}

test('where there is a usable card it can be chosen, by its name, and is what is trained on', async () => {
  const { window, api } = await formWith('card')
  await vi.waitFor(() => expect(choices(window)).toHaveLength(1), { timeout: 15_000 })
  const [choice] = choices(window)
  const words = choice.findAllComponents({ name: 'ElOption' }).map((one) => one.props('label'))
  expect(words).toEqual([expect.stringMatching(/^TensorFlow: ./), 'WebGPU: made-card (maker family)'])
  choice.vm.$emit('update:modelValue', 'webgpu')
  await window.find('input[value=paper]').setValue()
  await window.findAll('button').find((one) => one.text() === 'Start training')!.trigger('click')
  await vi.waitFor(async () => expect(await api.ensembles.list({})).toHaveLength(1))
  const [{ settings }] = await api.ensembles.list({})
  expect([settings.device, settings.objective.kind]).toEqual(['webgpu', 'paper'])
})

test('where there is no choice, none is offered', async () => {
  const { window } = await formWith('adapters')
  await flushPromises()
  expect(choices(window)).toHaveLength(0)
})
