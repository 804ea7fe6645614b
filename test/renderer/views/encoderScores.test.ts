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

test('a score by an encoder is offered with the encoder\'s name, and nothing that needs one is computed by itself', async () => {
  const inTest = await engineInTest({ detectors })
  const { api, ended } = inTest
  const set = await inTest.importSet()
  const { ensemble } = await inTest.trainOn(set.id, { heldOut: ['b'], members: 1 }, { epochs: 1 })
  await api.encoders.add({ file: onnxFile('tiny-encoder'), name: 'one' })
  await ended((await api.scores.compute({ ensembleId: ensemble.id, detectors: ['foreign', 'plain'], encoder: 'one' })).jobId)

  const { window } = await windowInTest(`/project/${set.projectId}/result/${ensemble.id}?detector=foreign@one`, inTest)
  await vi.waitFor(() => expect(window.find('.detector').text()).toContain('Foreign (one)'), { timeout: 60_000 })
  expect(window.find('.detector').attributes('title')).toBe('Foreign (one): S')

  const { id } = await api.ensembles.create({ imageSetId: set.id, settings: ensemble.settings })
  await ended((await api.ensembles.train({ id })).jobId)
  const listed = async () => (await api.scores.list({ ensembleId: id })).map(({ detector }) => detector)
  await vi.waitFor(async () => expect(await listed()).toEqual(['plain']), { timeout: 60_000 })
}, 240_000)
