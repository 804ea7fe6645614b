import { beforeEach, expect, test, vi } from 'vitest'
import { epochsFor, stepsPerEpoch } from '../../../main/models/batches.ts'
import { stepsOf } from '../../../renderer/views/train/useTrainForm.ts'
import { preset } from '../../../main/contract/presets.ts'
import { EnsembleSettings } from '../../../main/contract/settings.ts'
import { problemOf } from '../../../renderer/views/train/trainField.ts'
import { allFields } from '../../../renderer/views/train/trainFields.ts'
import { engineInTest, settings } from '../../engine/engineInTest.ts'
import { behaviours } from '../../jobs/standIn/behaviours.ts'
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
  await press(window, 'Start training')
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
  for (const { title, sentence } of allFields) {
    expect(sentence, title).toMatch(/^[A-Z].*\.$/)
    expect(sentence.match(/[.!?]( |$)/g), title).toHaveLength(1)
  }
})

test('every setting of the contract has a field, but for the classes and the preset, which have their own place', () => {
  const names = Object.entries(EnsembleSettings.shape).flatMap(([name, schema]) =>
    'shape' in schema ? Object.keys(schema.shape as object).map((key) => `${name}.${key}`) : [name])
  const elsewhere = ['heldOut', 'leftOut', 'objective.kind']
  expect(allFields.map(({ id }) => id).toSorted()).toEqual(names.filter((name) => !elsewhere.includes(name)).toSorted())
})

test.each([
  ['members', 0, 'It is from 1 to 200, not 0.'], ['members', 2.5, 'A whole number is needed, not 2.5.'],
  ['members', null, 'A number is needed here.'], ['members', 7, null], ['training.patience', null, null],
  ['objective.alpha', 1, 'It is from 0.0001 to 0.9999, not 1.'], ['seed', -3, 'It is at least 0, not -3.'],
])('of %s the value %s is told: %s', (id, value, problem) => {
  expect(problemOf(allFields.find((field) => field.id === id)!, value)).toBe(problem)
})

test('the limits of the form are those of the contract: what it takes, the engine takes', () => {
  for (const field of allFields) {
    if (field.control.kind !== 'number') continue
    for (const value of [field.control.min, field.control.max]) {
      const settings = { ...preset('recommended'), training: { ...preset('recommended').training } }
      field.write(settings, value)
      expect(EnsembleSettings.safeParse(settings).success, `${field.title} ${value}`).toBe(true)
    }
  }
})

test('leaving the screen and coming back, and a restart, keep what was filled in, wrong values too', async () => {
  const inTest = await engineInTest()
  const set = await inTest.importSet()
  const address = `/project/${set.projectId}/train`
  const { window, router } = await windowInTest(address, inTest)
  await saying(window, /Train on set/)
  await choose(window, 'b', 'Held out')
  const enter = (id: string, value: string) => window.find(`[id="${id}"]`).setValue(value)
  await enter('model.dense', '48')
  await enter('members', '900')
  await saying(window, /It is from 1 to 200, not 900/)
  expect(button(window, 'Start training')!.attributes('disabled')).toBeDefined()
  const kept = async (shown: Shown) => {
    await saying(shown, /b held out/)
    await saying(shown, /It is from 1 to 200, not 900/)
    expect(shown.find<HTMLInputElement>('[id="model.dense"]').element.value).toBe('48')
    expect(shown.find<HTMLInputElement>('[id="members"]').element.value).toBe('900')
  }
  await router.push(`/project/${set.projectId}/images`)
  await saying(window, /Images|Classes/)
  await router.push(address)
  await kept(window)
  const again = await windowInTest(address, inTest)
  await kept(again.window)
})

test('what was started is no draft any more', async () => {
  const { window, router, set } = await form()
  await choose(window, 'b', 'Held out')
  await press(window, 'Start training')
  await vi.waitFor(() => expect(router.currentRoute.value.params.ensemble).toBeTruthy())
  await router.push(`/project/${set.projectId}/train`)
  await saying(window, /Nothing is held out/)
})

test('what a training takes is told before it starts, and is told of others as the settings change', async () => {
  const { window } = await form()
  await saying(window, /Measuring a few steps/)
  await saying(window, /About .+, .+\sMB \(measured on this machine just now\)/)
  await saying(window, /2 at a time with 1 thread each; \d+ ms a step/)
  const words = window.find('.cost strong').text()
  await window.find('[id="members"]').setValue('40')
  await vi.waitFor(() => expect(window.find('.cost strong').text()).not.toBe(words), { timeout: 5000 })
})

test('while a training runs it says why the time is not known, and tells it when that has ended', async () => {
  const inTest = await engineInTest()
  const set = await inTest.importSet()
  const { id } = await inTest.api.ensembles.create({ imageSetId: set.id, settings: settings({}, { batch: 20, epochs: 4000 }) })
  const { jobId } = await inTest.api.ensembles.train({ id })
  const { window } = await windowInTest(`/project/${set.projectId}/train`, inTest)
  await saying(window, /Time not known\. A step cannot be measured while something else computes: Training of set/)
  expect(button(window, 'Start training')!.attributes('disabled')).toBeUndefined()
  await inTest.api.jobs.cancel({ id: jobId })
  await saying(window, /measured on this machine just now/)
})

test('a member that the system killed says what to do, and training again completes the ensemble', async () => {
  const inTest = await engineInTest()
  const set = await inTest.importSet()
  const { ensemble } = await inTest.trainOn(set.id, { seed: behaviours.diesOnce })
  const { window } = await windowInTest(`/project/${set.projectId}/train/${ensemble.id}`, inTest)
  await saying(window, /probably out of memory/)
  await saying(window, /Close other programs, train fewer members, or with smaller batches/)
  await press(window, 'Train again')
  await saying(window, /Trained ·/, 30_000)
})

test('what waits is listed behind what runs, and can be cancelled there', async () => {
  const inTest = await engineInTest()
  const set = await inTest.importSet()
  const begin = async (seed: number) => {
    const { id } = await inTest.api.ensembles.create({ imageSetId: set.id, settings: settings({ seed }, { batch: 100, epochs: 4000 }) })
    return (await inTest.api.ensembles.train({ id })).jobId
  }
  const [first, second] = [await begin(1), await begin(2)]
  const { window } = await windowInTest(`/project/${set.projectId}/train`, inTest)
  await vi.waitFor(() => expect(window.findAll('.queue li')).toHaveLength(2), { timeout: 10_000 })
  const [, waits] = window.findAll('.queue li')
  expect(waits.text()).toContain('waits')
  await waits.find('button').trigger('click')
  await vi.waitFor(async () => expect((await inTest.api.jobs.show({ id: second })).state).toBe('cancelled'))
  await vi.waitFor(() => expect(window.findAll('.queue li')).toHaveLength(1), { timeout: 10_000 })
  await inTest.api.jobs.cancel({ id: first })
  await saying(window, /Nothing runs or waits/)
})

test('a member is looked at while it learns and after it, and the log tells what happened', async () => {
  const inTest = await engineInTest()
  const set = await inTest.importSet()
  const { ensemble } = await inTest.trainOn(set.id)
  const { window } = await windowInTest(`/project/${set.projectId}/train/${ensemble.id}?member=2`, inTest)
  await saying(window, /What it learned\s*after epoch 4/)
  expect(window.findAll('canvas[aria-label^="Reconstruction of the image of"]')).toHaveLength(2)
  expect(window.find('svg[aria-label^="Latent space after epoch 4: 6 validation images of 3 classes"]').exists()).toBe(true)
  await saying(window, /Principal components 1 and 2 of 8/)
  await saying(window, /Member 2\s*Epoch 4, step 4: loss/)
  await saying(window, /All members are done\./)
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
  await press(window, 'Start training')
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
