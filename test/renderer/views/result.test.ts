import { expect, test, vi } from 'vitest'
import { resultInTest } from '../resultInTest.ts'

type Shown = Awaited<ReturnType<typeof resultInTest>>['window']
const query = ({ currentRoute }: Awaited<ReturnType<typeof resultInTest>>['router']) =>
  currentRoute.value.query
const classButton = (window: Shown, name: string) =>
  window.findAll('.legend button').find((one) => one.text() === name)!

test('the threshold moves by keys, and the counts follow at once', async () => {
  const { window, router } = await resultInTest()
  const slider = window.find('[role=slider][aria-label=Threshold]')
  await slider.trigger('keydown', { key: 'Home' })
  expect(window.find('.counts').text()).toMatch(/known\s*(19|20) of 20 flagged/)
  await slider.trigger('keydown', { key: 'End' })
  expect(window.find('.counts').text()).toMatch(/known\s*0 of 20 flagged/)
  await vi.waitFor(() => expect(query(router).threshold).toBeTruthy())
  await window
    .findAll('button')
    .find((one) => one.text().startsWith('Back to'))!
    .trigger('click')
  await vi.waitFor(() => expect(query(router).threshold).toBeUndefined())
})

test('a class that is pressed in the legend is selected in all panes', async () => {
  const { window, router } = await resultInTest()
  await classButton(window, 'c').trigger('click')
  await vi.waitFor(() => expect(query(router).group).toBe('class:2'))
  expect(window.text()).toContain('10 images')
  expect(
    window
      .findAll('[role=gridcell] button')
      .every((tile) => tile.attributes('aria-label')!.includes(': c, known')),
  ).toBe(true)
  await classButton(window, 'c').trigger('click')
  await vi.waitFor(() => expect(window.text()).toContain('30 images'))
})

test('an image that is clicked shows its facts, and a reload restores it', async () => {
  const { window, router, open } = await resultInTest()
  await window.findAll('[role=gridcell] button')[1].trigger('click')
  await vi.waitFor(() => expect(query(router).image).toBeTruthy())
  await vi.waitFor(() => expect(window.find('.image').text()).toMatch(/Rank2 of 30.*Splittest/))
  const facts = window.find('.image').text()
  const address = router.currentRoute.value.fullPath
  window.unmount()
  const { window: again } = await open(address)
  await vi.waitFor(() => expect(again.find('.image').text()).toBe(facts))
})

test('arrows lead from picture to picture', async () => {
  const { window, router } = await resultInTest()
  const grid = window.find('[role=grid]')
  await grid.trigger('keydown', { key: 'ArrowRight' })
  await vi.waitFor(() => expect(window.find('.image').text()).toContain('Rank2 of 30'))
  await grid.trigger('keydown', { key: 'End' })
  await vi.waitFor(() => expect(window.find('.image').text()).toContain('Rank30 of 30'))
  await window.find('.result').trigger('keydown', { key: 'Escape' })
  await vi.waitFor(() => expect(query(router).image).toBeUndefined())
})

test('a range of scores belongs to its detector, a class to all of them', async () => {
  const { window, router, ensemble } = await resultInTest(['b'], '?group=scores:0~5&threshold=3')
  const detector = window
    .findAllComponents({ name: 'ElSelect' })
    .find((one) => one.attributes('aria-label') === 'Detector' || one.props('ariaLabel') === 'Detector')!
  detector.vm.$emit('update:modelValue', 'other')
  await vi.waitFor(() => expect(query(router).detector).toBe('other'))
  expect(query(router)).toEqual({ detector: 'other' })
  await router.replace({ query: { group: 'class:0', detector: 'other' } })
  detector.vm.$emit('update:modelValue', 'plain')
  await vi.waitFor(() => expect(query(router).detector).toBe('plain'))
  expect(query(router).group).toBe('class:0')
  expect(ensemble.heldOut).toEqual(['b'])
})

test('a set that was scored beside the ensemble\'s own can be chosen', async () => {
  const { window, router, api, ended, importSet, ensemble, open, place } = await resultInTest()
  const other = await importSet({ classes: ['a', 'z'], perClass: 10, salt: 7 }, 'other')
  const wanted = { ensembleId: ensemble.id, imageSetId: other.id, detectors: ['plain'] }
  await ended((await api.scores.compute(wanted)).jobId)
  window.unmount()
  const { window: again } = await open(`${place}?set=${other.id}`)
  expect(again.text()).toContain('20 images')
  expect(classButton(again, 'z').attributes('title')).toBe('z, held out')
  expect(router.currentRoute.value.query).toEqual({})
})

test('the figures on the screen are those of the engine', async () => {
  const { window, api, ensemble } = await resultInTest()
  const { metrics } = (await api.scores.list({ ensembleId: ensemble.id })).find(
    ({ detector }) => detector === 'plain',
  )!
  if (metrics) expect(window.find('.metrics').text()).toContain(metrics.auroc.toFixed(3))
  else expect(window.text()).toContain('cannot be measured')
})

test('with nothing held out, images are ranked and it is said that nothing can be measured', async () => {
  const { window } = await resultInTest([])
  expect(window.text()).toContain('A ROC curve needs test images of known and of held-out classes')
})

test('a window without WebGL says so in the place of the picture', async () => {
  const { window } = await resultInTest()
  await vi.waitFor(() => expect(window.text()).toContain('This window cannot draw with WebGL'))
})
