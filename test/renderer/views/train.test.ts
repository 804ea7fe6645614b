import { beforeEach, expect, test, vi } from 'vitest'
import { epochsFor, stepsPerEpoch } from '../../../main/models/batches.ts'
import { stepsOf } from '../../../renderer/views/train/useTrainForm.ts'
import { mainFields, moreFields } from '../../../renderer/views/train/trainFields.ts'
import { engineInTest } from '../../engine/engineInTest.ts'
import { windowInTest } from '../windowInTest.ts'

beforeEach(() => localStorage.clear())

type Shown = Awaited<ReturnType<typeof windowInTest>>['window']

const button = (window: Shown, name: string) => window.findAll('button').find((one) => one.text() === name)
const press = async (window: Shown, name: string) => {
  await vi.waitFor(() => expect(button(window, name), name).toBeTruthy(), { timeout: 10_000 })
  await button(window, name)!.trigger('click')
}
const saying = (window: Shown, words: string | RegExp, timeout = 15_000) =>
  vi.waitFor(() => expect(window.text()).toMatch(words), { timeout })

/** The form, over a set of three classes. */
async function form() {
  const inTest = await engineInTest()
  const set = await inTest.importSet()
  const shown = await windowInTest(`/project/${set.projectId}/train`, inTest)
  await saying(shown.window, /Train on set/)
  return { ...shown, set }
}

const choose = (window: Shown, name: string, choice: string) =>
  window
    .findAll('.classes li')
    .find((row) => row.text().startsWith(name))!
    .findAll('label')
    .find((label) => label.text() === choice)!
    .find('input')
    .setValue()

test('the form says what will be trained, and what for', async () => {
  const { window } = await form()
  await saying(window, /3 members on 3 known classes, 36 training images/)
  await saying(window, /Nothing is held out/)
  await choose(window, 'b', 'Held out')
  await choose(window, 'c', 'Left out')
  await saying(window, /3 members on 1 known class, 12 training images/)
  await saying(window, /b held out: how well it is found will be measured/)
})

test('what was chosen is what is trained', async () => {
  const { window, api } = await form()
  await choose(window, 'b', 'Held out')
  await choose(window, 'c', 'Left out')
  await window.find('input[value=paper]').setValue()
  await window.find('form').trigger('submit')
  await vi.waitFor(async () => expect(await api.ensembles.list({})).toHaveLength(1))
  const [{ settings }] = await api.ensembles.list({})
  expect(settings).toMatchObject({
    members: 3,
    seed: 1,
    heldOut: ['b'],
    leftOut: ['c'],
    objective: { kind: 'paper' },
    training: { epochs: 50 },
  })
})

test('with no class left that is known, training cannot be started', async () => {
  const { window } = await form()
  for (const name of ['a', 'b', 'c']) await choose(window, name, 'Left out')
  expect(button(window, 'Start training')!.attributes('disabled')).toBeDefined()
})

test('every setting has one sentence that says what it does', () => {
  for (const { title, sentence } of [...mainFields, ...moreFields]) {
    expect(sentence, title).toMatch(/^[A-Z].*\.$/)
    expect(sentence.match(/[.!?]( |$)/g), title).toHaveLength(1)
  }
})

test.each([
  [4200, 128, 4, 1500],
  [600, 128, 4, 0],
  [1, 128, 1, 5],
])(
  'the steps that the form tells are those that training takes: %i images',
  (images, batch, epochs, leastSteps) => {
    const taken = epochsFor(images, batch, epochs, leastSteps) * stepsPerEpoch(images, batch)
    expect(stepsOf(images, { batch, epochs, leastSteps } as never)).toBe(taken)
  },
)

test('a training is followed by member, scored by itself at its end, and leads to the result', async () => {
  const { window, router, set, api } = await form()
  await choose(window, 'b', 'Held out')
  await window.find('form').trigger('submit')
  await vi.waitFor(() => expect(router.currentRoute.value.params.ensemble).toBeTruthy())
  await saying(window, /done in/, 30_000)
  await saying(window, /Scored: 60 images by 2 detectors/, 30_000)
  const link = window.findAll('a').find((one) => one.text() === 'Open the result')!
  expect(link.attributes('href')).toContain(`/project/${set.projectId}/result/`)
  expect(window.text()).toContain('Health')
  expect(
    await api.scores.list({ ensembleId: Number(router.currentRoute.value.params.ensemble) }),
  ).toHaveLength(2)
})

test('a training can be paused, resumed and cancelled', async () => {
  const inTest = await engineInTest()
  const set = await inTest.importSet()
  const { settings } = await import('../../engine/engineInTest.ts')
  const { id } = await inTest.api.ensembles.create({
    imageSetId: set.id,
    settings: settings({}, { epochs: 400 }),
  })
  await inTest.api.ensembles.train({ id })
  const { window } = await windowInTest(`/project/${set.projectId}/train/${id}`, inTest)
  await press(window, 'Pause')
  await saying(window, /Paused/)
  await press(window, 'Resume')
  await saying(window, /Training ·/)
  await press(window, 'Cancel')
  await saying(window, /Cancelled/)
})

test('an ensemble whose training ended while no window was open is scored when one is', async () => {
  const inTest = await engineInTest()
  const set = await inTest.importSet()
  const { ensemble } = await inTest.trainOn(set.id, { heldOut: ['b'] })
  expect(await inTest.api.scores.list({ ensembleId: ensemble.id })).toHaveLength(0)
  const { window } = await windowInTest(`/project/${set.projectId}/train/${ensemble.id}`, inTest)
  await saying(window, /Scored: 60 images/, 30_000)
})
