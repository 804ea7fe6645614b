import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { engineInTest } from '../../engine/engineInTest.ts'

const described = { name: 'N', sentence: 'S', formula: 'F', source: 'T', reads: 'latent' as const, models: ['cl-vae' as const], fewestClasses: 1 }

async function scored() {
  const engine = await engineInTest({ detectors: [{ ...described, id: 'divergence' }, { ...described, id: 'plain' }] })
  const set = await engine.importSet()
  const { ensemble } = await engine.trainOn(set.id, { heldOut: ['c'] })
  const { jobId } = await engine.api.scores.compute({ ensembleId: ensemble.id, detectors: ['divergence', 'plain'] })
  const { result } = await engine.ended(jobId)
  const [divergence, plain] = (result as { scoreIds: number[] }).scoreIds
  return { ...engine, divergence, plain }
}

test('a model’s job has the members, the fit and all that its card tells', async () => {
  const { api, ended, divergence, workspace } = await scored()
  const directory = path.join(workspace, 'model')
  const job = await ended((await api.exports.model({ scoreId: divergence, directory })).jobId)
  expect(job).toMatchObject({ kind: 'export', state: 'done', result: { agreement: { images: 60, furthest: 0 } } })
  const asked = JSON.parse(readFileSync(path.join(directory, 'job.json'), 'utf8'))
  expect(asked).toMatchObject({
    members: [{ index: 0 }, { index: 1 }], snapshot: { images: 60 },
    facts: { classes: ['a', 'b'], heldOut: ['c'], members: 2, detector: { id: 'divergence' }, trainedOn: { images: 60 } },
  })
})

test('a detector that cannot go with a model, and a folder without its root, are refused before anything is written', async () => {
  const { api, divergence, plain, workspace } = await scored()
  await expect(api.exports.model({ scoreId: plain, directory: path.join(workspace, 'model') }))
    .rejects.toMatchObject({ message: expect.stringContaining('"plain" needs more than') })
  await expect(api.exports.model({ scoreId: divergence, directory: 'model' })).rejects.toMatchObject({ code: 'BAD_INPUT' })
  await expect(api.exports.model({ scoreId: 99, directory: workspace })).rejects.toMatchObject({ code: 'NOT_FOUND' })
})

test('images are laid out by class or by verdict, and the job says what it wrote', async () => {
  const { api, ended, workspace } = await scored()
  const [{ id: imageSetId }] = await api.imageSets.list({})
  await api.verdicts.put({ imageSetId, positions: [0], verdict: 'anomaly' })
  const directory = path.join(workspace, 'chosen')
  await expect(api.exports.images({ imageSetId, positions: [60], directory })).rejects.toMatchObject({ message: 'The image set 1 has no image 60.' })
  // The originals of a set in a test are not there: each is named, and so is the folder that it would go into.
  const job = await ended((await api.exports.images({ imageSetId, positions: [0, 1, 45], directory, folders: 'verdict' })).jobId)
  expect(job).toMatchObject({ kind: 'exportImages', state: 'failed' })
})
