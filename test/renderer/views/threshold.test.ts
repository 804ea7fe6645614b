import { expect, test, vi } from 'vitest'
import { engineInTest, threeClasses } from '../../engine/engineInTest.ts'
import { windowInTest } from '../windowInTest.ts'

/**
 * The result of 150 images in three classes whose scores are their positions less 5: "c" has the highest. Thirty are
 * tests, of which ten of the class "c" are held out.
 */
async function benchInTest(query = '?scores=threshold', heldOut = ['c']) {
  const inTest = await engineInTest()
  const set = await inTest.importSet({ ...threeClasses, perClass: 50 })
  const { ensemble } = await inTest.trainOn(set.id, { heldOut, members: 1 }, { epochs: 1, batch: 1 })
  const { jobId } = await inTest.api.scores.compute({ ensembleId: ensemble.id, detectors: ['plain'] })
  const [scoreId] = ((await inTest.ended(jobId)).result as { scoreIds: number[] }).scoreIds
  const shown = await windowInTest(`/project/${set.projectId}/result/${ensemble.id}${query}`, inTest)
  const { window } = shown
  await vi.waitFor(() => expect(window.find('[role=gridcell]').exists()).toBe(true), { timeout: 20_000 })
  const bench = () => window.find('[aria-label="Threshold workbench"]')
  const press = (name: string) => window.findAll('button').find((one) => (one.attributes('aria-label') ?? one.text()) === name)!.trigger('click')
  const choose = (label: string, value: unknown) =>
    window.findAllComponents({ name: 'ElSelect' }).find((one) => one.attributes('aria-label') === label || one.props('ariaLabel') === label)!
      .vm.$emit('update:modelValue', value)
  return { ...shown, set, ensemble, scoreId, bench, press, choose }
}
const queryOf = ({ currentRoute }: Awaited<ReturnType<typeof benchInTest>>['router']) => currentRoute.value.query
const patient = { timeout: 20_000 }

test('a rule moves the threshold, says how sure it is, and stays in the address', async () => {
  const { router, bench, choose } = await benchInTest()
  choose('Rule', 'f1-max')
  await vi.waitFor(() => expect(queryOf(router)).toMatchObject({ rule: 'f1-max', threshold: '94' }), patient)
  expect(bench().text()).toContain('10 of 10 flagged')
  expect(bench().text()).toContain('Chosen by the labels of these very images')
  expect(bench().text()).toMatch(/Recall100\s% \(72.2–100\s%\)/)
})

test('a threshold that is dragged is no longer by the rule', async () => {
  const { router, window } = await benchInTest('?rule=f1-max&threshold=94')
  await window.find('[role=slider][aria-label=Threshold]').trigger('keydown', { key: 'ArrowLeft' })
  await vi.waitFor(() => expect(queryOf(router).rule).toBeUndefined())
  expect(Number(queryOf(router).threshold)).toBeLessThan(94)
})

test('the point on a curve moves by keys, and the threshold with it', async () => {
  const { router, window } = await benchInTest('')
  const point = () => window.find('[role=slider][aria-label="Operating point on the ROC curve"]')
  await point().trigger('keydown', { key: 'End' })
  expect(point().attributes('aria-valuenow')).toBe('100')
  expect(window.find('.counts').text()).toMatch(/known\s*20 of 20 flagged/)
  await point().trigger('keydown', { key: 'ArrowLeft' })
  expect(window.find('.counts').text()).toMatch(/known\s*0 of 20 flagged\D*0\s%.*held out\s*10 of 10/)
  await vi.waitFor(() => expect(queryOf(router).threshold).toBe('94'))
  await window.find('#tab-pr').trigger('click')
  await vi.waitFor(() => expect(window.text()).toMatch(/precision 100\s%, recall 100\s%/))
})

test('a threshold is kept, put to use, renamed, deleted, and put back', async () => {
  const { api, router, window, bench, press, scoreId } = await benchInTest('?scores=threshold&threshold=100')
  await window.find('input[aria-label="Name of the threshold"]').setValue('night shift')
  await window.find('.keep').trigger('submit')
  await vi.waitFor(() => expect(queryOf(router).threshold).toBe('saved:2'), patient)
  expect(bench().text()).toContain('night shift')
  await press('Use night shift')
  await vi.waitFor(async () => expect(await api.scores.show({ id: scoreId })).toMatchObject({ threshold: { name: 'night shift' }, flagged: 44 }), patient)
  await vi.waitFor(() => expect(queryOf(router).threshold).toBeUndefined())
  await vi.waitFor(() => expect(window.find('.saved .row.shown').text()).toContain('in use'), patient)
  await press('Rename night shift')
  await window.find('input[aria-label="New name of night shift"]').setValue('day shift')
  await window.find('input[aria-label="New name of night shift"]').trigger('keydown', { key: 'Enter' })
  await vi.waitFor(() => expect(bench().text()).toContain('day shift'), patient)
  await press('Delete day shift')
  await vi.waitFor(() => expect(bench().text()).toContain('"day shift" was deleted'), patient)
  expect(await api.scores.show({ id: scoreId })).toMatchObject({ threshold: { name: '5 % false positives' } })
  await press('Undo')
  await vi.waitFor(async () => expect(await api.scores.show({ id: scoreId })).toMatchObject({ threshold: { name: 'day shift', value: 100 } }), patient)
})

test('a threshold in the address that was deleted meanwhile gives way to the one in use', async () => {
  const { window } = await benchInTest('?threshold=saved:77')
  await vi.waitFor(() => expect(window.find('.sum').text()).toContain('135'), patient)
})

test('figures and curves go by verdicts where that is asked for', async () => {
  const { api, set, window } = await benchInTest('')
  expect(window.find('[aria-label="Figures by"]').exists()).toBe(false)
  await api.verdicts.put({ imageSetId: set.id, positions: [149], verdict: 'normal' })
  await vi.waitFor(() => expect(window.find('[aria-label="Figures by"]').exists()).toBe(true), patient)
  window.findAllComponents({ name: 'ElSegmented' }).find((one) => one.props('ariaLabel') === 'Figures by')!.vm.$emit('update:modelValue', 'judged')
  await vi.waitFor(() => expect(window.find('.header').text()).toContain('1 replaced'), patient)
  await vi.waitFor(() => expect(window.find('[aria-label="Operating point on the ROC curve"]').attributes('aria-valuetext')).toMatch(/^11.1\s% of the held-out and 4.8\s%/), patient)
})

test('without held-out images the rules that need none are there, and it is said why', async () => {
  const { window, bench, choose, router } = await benchInTest('?scores=threshold', [])
  expect(window.text()).toContain('no held-out images are among the test images')
  expect(bench().text()).toContain('F1-max is left out')
  choose('Rule', 'top')
  await vi.waitFor(() => expect(queryOf(router)).toMatchObject({ rule: 'top:30' }), patient)
  await vi.waitFor(() => expect(bench().text()).toMatch(/30 of 30 flagged/), patient)
})

test('scores stand by class, the strangest first, and a class that is pressed is selected', async () => {
  const { window, router } = await benchInTest('?by=class')
  const names = () => window.findAll('.strips .name').map((one) => one.text())
  expect(names()).toEqual(['c', 'b', 'a'])
  await window.findAll('.strips .name')[1].trigger('click')
  await vi.waitFor(() => expect(queryOf(router).group).toBe('class:1'))
})
