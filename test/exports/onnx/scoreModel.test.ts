import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import { agreementOf } from '../../../main/exports/agreement.ts'
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

/** A class of nearly equal images is narrow: one of its standard deviations is a rounding error of the means, many times over. */
describe.each([{ narrow: false }, { narrow: true }])('a model of classes, narrow: $narrow', ({ narrow }) => {
  let score: ScoreJob
  let exported: ExportedMember[]
  let pixels: Float32Array

  beforeAll(async () => {
    score = await trainedPair({ narrow })
    exported = await Promise.all(score.members.map(async (files) => {
      const member = await loadMember(files)
      const { slots, network } = modelOf(member.description)
      const { latent } = await memberView(member, {}, [])
      return { network, weights: weightArrays(await member.weights(), slots), latent: latent! }
    }))
    pixels = Float32Array.from(readFileSync(score.images.snapshot.file), (value) => value / 255)
  })

  test('scores by each detector in ONNX Runtime as it does here, within 1e-4 of the scores’ deviation, and names the same classes', async () => {
    const { scores, nearest } = await runScore(score, listening())
    expect(scores.map(({ detector }) => detector)).toEqual(exportedDetectors)
    const { images, height, width, channels } = score.images.snapshot
    const bytes = readFileSync(nearest)
    const classes = [...new Int16Array(bytes.buffer, bytes.byteOffset, bytes.length / 2)]
    for (const { detector, scores: file, fit } of scores) {
      const graph = scoreModel(exported, detector, JSON.parse(readFileSync(fit, 'utf8')))
      const found = await runOnnx(graph, pixels, [images, height, width, channels])
      const agreement = agreementOf(Float64Array.from(await readFloats(file)), Float64Array.from(found.score.values))
      expect(agreement.images).toBe(images)
      expect(agreement.furthest, detector).toBeLessThan(1e-4)
      expect(found.nearest.values.map((one) => score.images.known[one])).toEqual(classes)
    }
  })

  test('by a detector that needs more than the members’ networks is refused by its name', () => {
    expect(() => scoreModel(exported, 'one-class-svm', null)).toThrow('The detector "one-class-svm" cannot be part of a model.')
  })
})

test('how far a model is from our scores is told in their standard deviations, and as it is where they do not vary', () => {
  const known = Float64Array.of(0, 1000, 2000)
  expect(agreementOf(known, Float64Array.of(0.5, 1000, 1999))).toEqual({ images: 3, furthest: 1e-3 })
  expect(agreementOf(Float64Array.of(7, 7), Float64Array.of(7, 7.25)).furthest).toBe(0.25)
})
