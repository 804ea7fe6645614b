import { copyFileSync, readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { detectorDescriptions } from '../../../main/detectors/registry.ts'
import { onnxFile } from '../../encoders/fixtureFiles.ts'
import { engineInTest, threeClasses } from '../../engine/engineInTest.ts'

/** An engine with the real detectors' descriptions and a trained ensemble; encoders are tried and used in earnest. */
async function trained() {
  const inTest = await engineInTest({ detectors: detectorDescriptions })
  const set = await inTest.importSet()
  const { ensemble } = await inTest.trainOn(set.id, { heldOut: ['c'], members: 1 }, { epochs: 1 })
  const score = async (encoder: string | undefined, detectors = ['encoder-knn'], imageSetId = set.id) => {
    const { jobId } = await inTest.api.scores.compute({ ensembleId: ensemble.id, imageSetId, detectors, encoder })
    const job = await inTest.ended(jobId)
    expect(job).toMatchObject({ state: 'done', error: null })
    return (job.result as { scoreIds: number[] }).scoreIds
  }
  return { ...inTest, set, ensemble, score }
}

const tiny = { file: onnxFile('tiny-encoder'), mean: [0.485, 0.456, 0.406], std: [0.229, 0.224, 0.225] }
const artefacts = (workspace: string) => readdirSync(path.join(workspace, 'artefacts'), { recursive: true, encoding: 'utf8' })
/** The files of features of 60 images by so many features: their inodes are others once they are written anew. */
const featureFiles = (workspace: string, width = 8) => artefacts(workspace)
  .filter((name) => name.endsWith('.f32')).map((name) => statSync(path.join(workspace, 'artefacts', name)))
  .filter(({ size }) => size === 60 * width * 4).map(({ ino }) => ino)

test('an encoder is tried out, copied and listed, under its file\'s name or another', async () => {
  const { api, workspace } = await engineInTest()
  const added = await api.encoders.add(tiny)
  expect(added).toMatchObject({
    name: 'tiny-encoder', file: 'tiny-encoder.onnx', bytes: readFileSync(tiny.file).length, mean: tiny.mean,
    input: { layout: 'NCHW', channels: 3, height: 16 }, output: { name: 'features', width: 8 },
  })
  const other = await api.encoders.add({ file: onnxFile('free-size'), size: 32, name: 'Free.32' })
  expect(await api.encoders.list()).toEqual([other, added])
  expect(artefacts(workspace)).toContain(path.join(added.sha256.slice(0, 2), `${added.sha256}.onnx`))
  expect(readdirSync(path.join(workspace, 'work'))).toEqual([])
})

test('a file\'s name becomes one that a score can have in its name', async () => {
  const { api, workspace } = await engineInTest()
  const file = path.join(workspace, '-Mein Encoder (größer) @2.onnx')
  copyFileSync(tiny.file, file)
  expect((await api.encoders.add({ file })).name).toBe('Mein-Encoder-gro-er-2')
  await expect(api.encoders.add({ ...tiny, name: 'a@b' })).rejects.toMatchObject({
    code: 'BAD_INPUT', message: expect.stringContaining('name does not fit: a name has up to 60 letters'),
  })
})

test('what is no encoder is refused with its sentence, and leaves nothing', async () => {
  const { api, workspace } = await engineInTest()
  await expect(api.encoders.add({ file: onnxFile('text') })).rejects.toMatchObject({
    code: 'BAD_INPUT', message: 'text.onnx is not an ONNX model.', data: { hint: expect.stringContaining('Export') },
  })
  await expect(api.encoders.add({ file: onnxFile('two-inputs') })).rejects.toMatchObject({ message: expect.stringContaining('2 inputs') })
  await expect(api.encoders.add({ file: onnxFile('nowhere') })).rejects.toMatchObject({ message: expect.stringContaining('is not there') })
  await expect(api.encoders.add({ file: workspace })).rejects.toMatchObject({ message: expect.stringContaining('is no file') })
  await api.encoders.add(tiny)
  await expect(api.encoders.add({ ...tiny, name: 'TINY-Encoder' })).rejects.toMatchObject({ code: 'CONFLICT' })
  expect(await api.encoders.list()).toHaveLength(1)
  expect(artefacts(workspace).filter((name) => name.endsWith('.onnx'))).toHaveLength(1)
  expect(readdirSync(path.join(workspace, 'work'))).toEqual([])
})

test('two encoders give two scores of one detector, each under its name; features are computed once', async () => {
  const { api, score, ensemble, workspace } = await trained()
  await api.encoders.add({ ...tiny, name: 'one' })
  await api.encoders.add({ file: onnxFile('free-size'), size: 8, name: 'two' })
  const [first] = await score('ONE')
  const features = featureFiles(workspace)
  expect(features).toHaveLength(1)
  await score('one', ['encoder-mahalanobis', 'encoder-knn'])
  const [, second] = await score('two', ['reconstruction', 'encoder-knn'])
  expect(await api.scores.show({ id: first })).toMatchObject({ detector: 'encoder-knn@one' })
  expect(await api.scores.show({ id: second })).toMatchObject({ detector: 'encoder-knn@two' })
  const names = (await api.scores.list({ ensembleId: ensemble.id })).map(({ detector }) => detector)
  expect(names).toEqual(['encoder-knn@one', 'encoder-mahalanobis@one', 'reconstruction', 'encoder-knn@two'])
  expect(featureFiles(workspace)).toEqual(features)
  expect(featureFiles(workspace, 5)).toHaveLength(1)
  expect(await score(undefined, ['encoder-knn@one'])).toEqual([first])
})

test('another set is encoded too, and scored with the fit of the own one', async () => {
  const { api, score, importSet, ensemble } = await trained()
  await api.encoders.add({ ...tiny, name: 'tiny' })
  const other = await importSet({ ...threeClasses, salt: 5 }, 'other')
  const [id] = await score('tiny', ['encoder-knn'], other.id)
  const [own, theirs] = await api.scores.list({ ensembleId: ensemble.id })
  expect(theirs).toMatchObject({ id, detector: 'encoder-knn@tiny', imageSetId: other.id, threshold: own.threshold })
})

test('a report names the detector with its encoder, and has all that the features rest on', async () => {
  const { api, score, ended, workspace } = await trained()
  const added = await api.encoders.add({ ...tiny, name: 'tiny' })
  const [id] = await score('tiny')
  const directory = path.join(workspace, 'report')
  await ended((await api.scores.report({ id, directory })).jobId)
  expect(JSON.parse(readFileSync(path.join(directory, 'summary.json'), 'utf8'))).toMatchObject({
    detector: 'encoder-knn@tiny', encoder: added,
    detectorDescription: { id: 'encoder-knn@tiny', name: 'Encoder: nearest neighbours (tiny)' },
  })
})

test('a detector that needs an encoder says so, and one that reads none does not take any', async () => {
  const { api, ensemble } = await trained()
  const compute = (detectors: string[], encoder?: string) => api.scores.compute({ ensembleId: ensemble.id, detectors, encoder })
  await expect(compute(['encoder-knn'])).rejects.toMatchObject({
    code: 'BAD_INPUT', message: 'The detector "encoder-knn" reads an encoder, and none was named.',
    data: { hint: 'Add an ONNX file first: lacuna encoder add FILE.onnx.' },
  })
  await api.encoders.add(tiny)
  await expect(compute(['encoder-knn'], 'tidy')).rejects.toMatchObject({
    message: 'There is no encoder "tidy".', data: { hint: 'There are "tiny-encoder".' },
  })
  await expect(compute(['reconstruction@tiny-encoder'])).rejects.toMatchObject({ message: 'The detector "reconstruction" reads no encoder.' })
})

test('an encoder is removed with its features, but not while scores rest on it', async () => {
  const { api, score, ensemble, workspace } = await trained()
  const { id } = await api.encoders.add({ ...tiny, name: 'tiny' })
  const { id: similar } = await api.encoders.add({ ...tiny, std: [1], name: 'my_tiny' })
  await score('tiny')
  await expect(api.encoders.remove({ id })).rejects.toMatchObject({
    code: 'CONFLICT', message: `The encoder "tiny" cannot be removed: scores of "${ensemble.name}" rest on its features.`,
  })
  await api.encoders.remove({ id: similar })
  await api.ensembles.remove({ id: ensemble.id })
  const { freedBytes } = await api.encoders.remove({ id })
  expect(freedBytes).toBe(readFileSync(tiny.file).length + 60 * 8 * 4)
  expect(artefacts(workspace).filter((name) => name.endsWith('.onnx'))).toEqual([])
  expect(await api.encoders.list()).toEqual([])
})

test('an encoder is not removed while a job works with it', async () => {
  const { api, ensemble, importSet } = await trained()
  const { id } = await api.encoders.add({ ...tiny, name: 'tiny' })
  const large = await importSet({ ...threeClasses, perClass: 3000, salt: 9 }, 'large')
  const { jobId } = await api.scores.compute({ ensembleId: ensemble.id, imageSetId: large.id, detectors: ['encoder-knn'], encoder: 'tiny' })
  await expect(api.encoders.remove({ id })).rejects.toMatchObject({ code: 'CONFLICT', message: expect.stringContaining(`Job ${jobId}`) })
  expect(await api.jobs.cancel({ id: jobId })).toMatchObject({ state: 'cancelled' })
})

test('a set that goes takes its features with it', async () => {
  const { api, score, importSet, workspace } = await trained()
  await api.encoders.add({ ...tiny, name: 'tiny' })
  await score('tiny')
  const before = featureFiles(workspace)
  const other = await importSet({ ...threeClasses, salt: 5 }, 'other')
  await score('tiny', ['encoder-knn'], other.id)
  expect(featureFiles(workspace)).toHaveLength(2)
  await api.imageSets.remove({ id: other.id })
  expect(featureFiles(workspace)).toEqual(before)
})
