import { readFileSync } from 'node:fs'
import { beforeAll, expect, test } from 'vitest'
import type { ExportedMember } from '../../../main/exports/onnx/models.ts'
import { exportedDetectors, scoreModel } from '../../../main/exports/onnx/models.ts'
import { weightArrays } from '../../../main/exports/onnx/weights.ts'
import { modelOf } from '../../../main/models/memberDescription.ts'
import { readFloats } from '../../../main/workers/floatFiles.ts'
import { loadMember, memberView } from '../../../main/workers/memberFiles.ts'
import type { ScoreJob } from '../../../main/workers/messages.ts'
import { runScore } from '../../../main/workers/scoreJob.ts'
import { listening } from '../../workers/tinySet.ts'
import { trainedPair } from '../trainedPair.ts'
import { runOnnx } from './runOnnx.ts'

let score: ScoreJob
let exported: ExportedMember[]
let pixels: Float32Array

beforeAll(async () => {
  score = await trainedPair()
  exported = await Promise.all(score.members.map(async (files) => {
    const member = await loadMember(files)
    const { slots, network } = modelOf(member.description)
    const { latent } = await memberView(member, {}, [])
    return { network, weights: weightArrays(await member.weights(), slots), latent: latent! }
  }))
  pixels = Float32Array.from(readFileSync(score.images.snapshot.file), (value) => value / 255)
})

test('each detector of a model scores in ONNX Runtime as it does here, within 1e-4, and names the same classes', async () => {
  const { scores, nearest } = await runScore(score, listening())
  expect(scores.map(({ detector }) => detector)).toEqual(exportedDetectors)
  const { images, height, width, channels } = score.images.snapshot
  const bytes = readFileSync(nearest)
  const classes = [...new Int16Array(bytes.buffer, bytes.byteOffset, bytes.length / 2)]
  for (const { detector, scores: file, fit } of scores) {
    const graph = scoreModel(exported, detector, JSON.parse(readFileSync(fit, 'utf8')))
    const found = await runOnnx(graph, pixels, [images, height, width, channels])
    const wanted = await readFloats(file)
    expect(found.score.values).toHaveLength(wanted.length)
    found.score.values.forEach((value, i) => {
      expect(Math.abs(value - wanted[i]) / Math.max(1, Math.abs(wanted[i])), detector).toBeLessThan(1e-4)
    })
    expect(found.nearest.values.map((one) => score.images.known[one])).toEqual(classes)
  }
})

test('a detector that needs more than the members’ networks is refused by its name', () => {
  expect(() => scoreModel(exported, 'one-class-svm', null)).toThrow('The detector "one-class-svm" cannot be part of a model.')
})
