import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { detectorDescriptions } from '../../../main/detectors/registry.ts'
import { workerScripts } from '../../../main/engine/engineOptions.ts'
import { makeBarFolder } from '../../cli/barFolder.ts'
import { onnxFile } from '../../encoders/fixtureFiles.ts'
import { engineInTest, settings } from '../../engine/engineInTest.ts'

const wanted = ['encoder-knn', 'encoder-mahalanobis']

test('images are imported, encoded and scored by real workers; the stranger is found, and a new set by the stored fit', async () => {
  const { api, ended, workspace, errors } = await engineInTest({ scripts: workerScripts(), detectors: detectorDescriptions })
  const imported = async (name: string, perClass: number, like?: number) => {
    const source = await makeBarFolder(path.join(workspace, name), perClass)
    const { jobId } = await api.imageSets.import({ project: 'bars', name, source, like })
    return (await ended(jobId)).result!.imageSetId as number
  }
  const own = await imported('own', 30)
  const small = settings({ members: 1, heldOut: ['diagonal'] }, { epochs: 1, leastSteps: 10, batch: 16 })
  const ensemble = await api.ensembles.create({ imageSetId: own, settings: { ...small, model: { ...small.model, latent: 2, dense: 8 } } })
  expect(await ended((await api.ensembles.train({ id: ensemble.id })).jobId)).toMatchObject({ state: 'done' })
  await api.encoders.add({ file: onnxFile('tiny-encoder'), name: 'tiny', mean: [0.5], std: [0.25] })

  const score = async (imageSetId: number) => {
    const { jobId } = await api.scores.compute({ ensembleId: ensemble.id, imageSetId, detectors: wanted, encoder: 'tiny' })
    const job = await ended(jobId)
    expect(job).toMatchObject({ state: 'done', error: null })
    return Promise.all((job.result!.scoreIds as number[]).map((id) => api.scores.show({ id })))
  }
  const first = await score(own)
  expect(first.map(({ detector }) => detector)).toEqual(['encoder-knn@tiny', 'encoder-mahalanobis@tiny'])
  for (const { metrics } of first) expect(metrics!.auroc).toBeGreaterThan(0.95)

  const second = await score(await imported('new', 6, own))
  expect(second.map(({ threshold }) => threshold)).toEqual(first.map(({ threshold }) => threshold))
  const ranking = await api.scores.ranking({ id: second[1].id, limit: 6 })
  expect(ranking.map(({ label }) => label)).toEqual(Array.from({ length: 6 }, () => 'diagonal'))

  const directory = path.join(workspace, 'report')
  await ended((await api.scores.report({ id: first[0].id, directory })).jobId)
  expect(readFileSync(path.join(directory, 'index.html'), 'utf8')).toContain('encoder: nearest neighbours (tiny)')
  expect(errors).toEqual([])
}, 300_000)
