import { expect, test, vi } from 'vitest'
import { engineInTest, threeClasses } from '../../engine/engineInTest.ts'
import { behaviours } from '../../jobs/standIn/behaviours.ts'
import { windowInTest } from '../windowInTest.ts'

interface Wanted { members?: number; seed?: number; query?: string }

/** The result of an ensemble, at an address with one of its images. */
async function whyInTest({ members = 2, seed = 1, query = '?image=4' }: Wanted = {}) {
  const inTest = await engineInTest()
  const set = await inTest.importSet({ ...threeClasses, perClass: 50 })
  const { ensemble } = await inTest.trainOn(set.id, { heldOut: ['b'], members, seed }, { epochs: 1, batch: 1 })
  const { jobId } = await inTest.api.scores.compute({ ensembleId: ensemble.id, detectors: ['plain'] })
  await inTest.ended(jobId)
  const shown = await windowInTest(`/project/${set.projectId}/result/${ensemble.id}${query}`, inTest)
  await vi.waitFor(() => expect(shown.window.find('[role=gridcell]').exists()).toBe(true), { timeout: 20_000 })
  const asked: string[] = []
  const told = inTest.engine.fetch
  shown.cable.plug(async (request) => {
    const body = request.url.includes('/rpc/explanations/show') ? await request.clone().text() : null
    asked.push(body ? `show ${JSON.parse(body).json.position}` : new URL(request.url).pathname)
    return told(request)
  })
  const pane = () => shown.window.find('section.image')
  const said = (text: string) => vi.waitFor(() => expect(pane().find('.sentence').text()).toBe(text), { timeout: 10_000 })
  const shows = () => asked.filter((one) => one.startsWith('show '))
  return { ...shown, set, ensemble, pane, said, shows }
}

const sentenceOf = (position: number) => {
  const far = 0.5 + position / 10 + 1 / 8
  return `Unlike any class in 1 of 2 members; nearest is a, at ${Number(far.toFixed(1))} sigma.`
}

test('an image is explained in words, and by each member', async () => {
  const { pane, said, router } = await whyInTest()
  await said(sentenceOf(4))
  const members = pane().findAll('.member')
  expect(members.map((member) => member.text().replace(/\s+/g, ' '))).toEqual(['Member 1a0.9 σ', 'Member 2a1.2 σ · unlike'])
  await members[1].trigger('click')
  await vi.waitFor(() => expect(router.currentRoute.value.query.member).toBe('2'))
  expect(pane().findAll('.member')[1].attributes('aria-pressed')).toBe('true')
})

test('of images that are passed in haste only the first and the last are asked for, and those seen before are there at once', async () => {
  const { router, said, shows, pane } = await whyInTest()
  await said(sentenceOf(4))
  const query = (image: number) => router.replace({ query: { image } })
  for (const image of [10, 11, 12, 13, 14]) await query(image)
  await said(sentenceOf(14))
  expect(shows()).toContain('show 14')
  expect(shows().filter((one) => ['show 11', 'show 12', 'show 13'].includes(one))).toEqual([])
  const before = shows().length
  await query(4)
  await vi.waitFor(() => expect(pane().find('.sentence').text()).toBe(sentenceOf(4)), { timeout: 60, interval: 5 })
  expect(shows()).toHaveLength(before)
})

test('the distances are there as a picture and as a table', async () => {
  const { pane, said, router } = await whyInTest()
  await said(sentenceOf(4))
  expect(pane().findAll('.plot .row:not(.axis)').map((row) => row.find('.name .clip').text())).toEqual(['a', 'c'])
  expect(pane().findAll('.plot .row')[1].findAll('circle.within')).toHaveLength(2)
  await router.replace({ query: { image: 4, distances: 'table' } })
  await vi.waitFor(() => expect(pane().find('table').exists()).toBe(true))
  const rows = pane().findAll('tbody tr').map((row) => row.findAll('th,td').map((cell) => cell.text()))
  expect(rows).toEqual([['a', '1 σ', '0.9 σ', '1.2 σ'], ['c', '3 σ', '2.9 σ', '3.2 σ'], ['Unlike beyond', '', '3 σ', '3 σ']])
})

test('a neighbour that is shown is selected, another leads to its image', async () => {
  const { pane, said, router, set } = await whyInTest({ query: '?image=4&scope=all' })
  await said(sentenceOf(4))
  const tiles = () => pane().findAll('section[aria-label="Nearest training images"] .tile')
  expect(tiles()).toHaveLength(5)
  expect(tiles()[2].text()).toContain('0.300')
  await tiles()[2].trigger('click')
  await vi.waitFor(() => expect(router.currentRoute.value.query.image).toBe('2'))
  await router.replace({ query: { image: 4 } })
  await vi.waitFor(() => expect(tiles()[2].element.tagName).toBe('A'))
  expect(tiles()[2].attributes('href')).toBe(`/project/${set.projectId}/images/${set.id}?image=2`)
})

test('image, reconstruction and difference are pictures with names; the mean or one member draws', async () => {
  const { pane, said, router } = await whyInTest()
  await said(sentenceOf(4))
  await vi.waitFor(() => expect(pane().findAll('canvas').map((one) => one.attributes('aria-label'))).toEqual([
    'The image as the members see it', 'The image as drawn by: mean of 2', 'Where image and reconstruction differ',
  ]))
  expect(pane().find('.scale').text()).toMatch(/0\s*≥ 25\s%/)
  await router.replace({ query: { image: 4, member: 2, drawn: 'member' } })
  await vi.waitFor(() => expect(pane().findAll('canvas')[1].attributes('aria-label')).toBe('The image as drawn by: member 2'))
})

test('without a runtime one sentence says so, and everything else is there', async () => {
  const { pane, said } = await whyInTest({ seed: behaviours.noRuntime })
  await said(sentenceOf(4))
  await vi.waitFor(() => expect(pane().findAll('[role=alert]').map((one) => one.text())).toEqual([
    expect.stringContaining('There is no TensorFlow runtime in /nowhere: set one up.'),
  ]))
  expect(pane().findAll('canvas')).toHaveLength(1)
  expect(pane().find('.plot').exists()).toBe(true)
})

test('a process that ended is told of, and asked again by a button', async () => {
  const { pane, shows } = await whyInTest({ seed: behaviours.deadlyToExplain })
  const note = () => pane().find('.body > .failure')
  await vi.waitFor(() => expect(note().text()).toContain('ended before it answered'), { timeout: 10_000 })
  const before = shows().length
  await note().find('button').trigger('click')
  await vi.waitFor(() => expect(shows().length).toBe(before + 1))
  await vi.waitFor(() => expect(note().text()).toContain('ended before it answered'), { timeout: 10_000 })
})
