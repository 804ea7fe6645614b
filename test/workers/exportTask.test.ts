import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import type { ModelFacts } from '../../main/exports/modelCard.ts'
import { runExport } from '../../main/workers/exportTask.ts'
import type { ExportJob } from '../../main/workers/messages.ts'
import { runScore } from '../../main/workers/scoreJob.ts'
import { trainedPair } from '../exports/trainedPair.ts'
import { runOnnxFile } from '../exports/onnx/runOnnx.ts'
import { listening } from './tinySet.ts'

const facts: ModelFacts = {
  name: 'bars without c', version: '1.2.3', members: 2, latent: 3, classes: ['a', 'b', 'd'], heldOut: ['c'], metrics: null,
  detector: { id: 'divergence', name: 'Latent divergence', sentence: 'How far.', formula: 's = 1', source: 'arXiv 2410.12328' },
  threshold: { name: '5 % false positives', rule: 'at most 5 %', value: 2.5 },
  image: { height: 12, width: 12, channels: 1, fit: 'fit', range: [0, 255] },
  trainedOn: { name: 'bars', images: 240, sha256: 'tiny' },
}
let job: ExportJob

beforeAll(async () => {
  const score = { ...(await trainedPair()), detectors: ['divergence'] }
  const { scores: [{ scores, fit }] } = await runScore(score, listening())
  const directory = mkdtempSync(path.join(tmpdir(), 'lacuna-test-'))
  job = { kind: 'export', directory, facts, members: score.members, fit, snapshot: score.images.snapshot, scores, threads: 1 }
})

test('a model lies there with its card, its parameters and examples, compared with the scores that are known', async () => {
  const { files, agreement } = await runExport(job, listening())
  expect(files.map((file) => path.relative(job.directory, file))).toEqual([
    'score.onnx', 'member-1/encoder.onnx', 'member-1/decoder.onnx', 'member-1/weights.safetensors',
    'member-2/encoder.onnx', 'member-2/decoder.onnx', 'member-2/weights.safetensors',
    'detector.json', 'score.py', 'score.ts', 'README.md',
  ])
  expect(agreement.images).toBe(240)
  expect(agreement.furthest).toBeLessThan(1e-4)
  const read = (name: string) => readFileSync(path.join(job.directory, name), 'utf8')
  expect(JSON.parse(read('detector.json'))).toMatchObject({ detector: 'divergence', threshold: 2.5, classes: ['a', 'b', 'd'] })
  expect(read('README.md')).toMatch(/within \S+ of their standard deviation, for 240 images of the set/)
  const pixels = Float32Array.from(readFileSync(job.snapshot.file).subarray(0, 144), (value) => value / 255)
  const { score } = await runOnnxFile(readFileSync(path.join(job.directory, 'score.onnx')), pixels, [1, 12, 12, 1])
  expect(score.values).toHaveLength(1)
})

test('a model that does not score as Lacuna did is not written', async () => {
  const directory = mkdtempSync(path.join(tmpdir(), 'lacuna-test-'))
  const scores = path.join(directory, 'others.f32')
  writeFileSync(scores, new Float32Array(240))
  const refused = runExport({ ...job, directory, scores }, listening())
  await expect(refused).rejects.toMatchObject({ code: 'MODEL_DIFFERS', message: expect.stringContaining('so it was not written') })
  expect(() => readFileSync(path.join(directory, 'score.onnx'))).toThrow(/ENOENT/)
})
