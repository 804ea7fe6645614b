import { expect, test, vi } from 'vitest'
import { onnxFile } from '../../encoders/fixtureFiles.ts'
import { engineInTest } from '../../engine/engineInTest.ts'
import { windowInTest } from '../windowInTest.ts'

const plain = {
  sentence: 'S', formula: 'F', source: 'T', reads: 'features' as const, models: ['cl-vae' as const], fewestClasses: 1,
}
const detectors = [
  { ...plain, id: 'foreign', name: 'Foreign', needsEncoder: true }, { ...plain, id: 'plain', name: 'Plain' },
]

/** An engine with a trained member, and scores by two encoders. */
async function scored() {
  const inTest = await engineInTest({ detectors })
  const { api, ended } = inTest
  const set = await inTest.importSet()
  const { ensemble } = await inTest.trainOn(set.id, { heldOut: ['b'], members: 1 }, { epochs: 1 })
  for (const [name, std] of [['one', 1], ['two', 2]] as const) {
    await api.encoders.add({ file: onnxFile('tiny-encoder'), name, std: [std] })
    await ended((await api.scores.compute({ ensembleId: ensemble.id, detectors: ['foreign'], encoder: name })).jobId)
  }
  return { inTest, ensemble, place: `/project/${set.projectId}/result/${ensemble.id}` }
}

test('the scores of one detector by two encoders are offered apart, each with its encoder\'s name', async () => {
  const { inTest, place } = await scored()
  const { window } = await windowInTest(`${place}?detector=foreign@two`, inTest)
  await vi.waitFor(() => expect(window.find('.detector').text()).toContain('Foreign (two)'), { timeout: 20_000 })
  expect(document.body.textContent).toContain('Foreign (one)')
  expect(window.find('.detector').attributes('title')).toBe('S')
})

test('what needs an encoder is not computed by itself', async () => {
  const { inTest, ensemble, place } = await scored()
  const { id } = await inTest.api.ensembles.create({ imageSetId: ensemble.imageSetId, settings: ensemble.settings })
  await windowInTest(place, inTest)
  await inTest.ended((await inTest.api.ensembles.train({ id })).jobId)
  const listed = async () => (await inTest.api.scores.list({ ensembleId: id })).map(({ detector }) => detector)
  await vi.waitFor(async () => expect(await listed()).toEqual(['plain']), { timeout: 20_000 })
})
