import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { detectorNamed, detectors } from '../../main/detectors/registry.ts'
import { runMember } from '../../main/workers/memberJob.ts'
import type { MemberResult, RunImages, ScoreJob, ScoreResult } from '../../main/workers/messages.ts'
import { runScore } from '../../main/workers/scoreJob.ts'
import { listening, tinyJob } from './tinySet.ts'

const forClassLatent = [...detectors]
  .filter(([, { description }]) => description.models.includes('cl-vae') && !description.needsEncoder).map(([id]) => id)
let images: RunImages
let members: ScoreJob['members']

beforeAll(async () => {
  const first = tinyJob(0)
  images = first.images
  members = []
  for (const index of [0, 1]) {
    const job = { ...tinyJob(index), images }
    const { weights, description, encodings } = await runMember(job, listening()) as MemberResult
    members.push({ key: `member-${index}`, index, weights, description, encodings })
  }
})

const scoreJob = (changes: Partial<ScoreJob> = {}): ScoreJob => ({
  kind: 'score', directory: mkdtempSync(path.join(tmpdir(), 'lacuna-test-')), images, members, detectors: forClassLatent,
  fits: null, thresholds: null, falsePositiveRate: 0.05, threads: 1, device: 'tensorflow', classNames: ['a', 'b', 'c', 'd'], seed: 1, ...changes,
})

const floats = (file: string) => {
  const bytes = readFileSync(file)
  return new Float32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length))
}

describe('a score job', () => {
  it('gives every detector a finite score an image, and finds the held-out class with all but the reconstruction', async () => {
    const result = await runScore(scoreJob(), listening())
    expect(result.scores.map(({ detector }) => detector)).toEqual(forClassLatent)
    for (const { scores, metrics, detector } of result.scores) {
      expect(floats(scores)).toHaveLength(240)
      expect(floats(scores).every(Number.isFinite)).toBe(true)
      expect(metrics).toMatchObject({ normals: 60, anomalies: 20 })
      // Members that are sure of their classes do not disagree, on strangers either.
      const findsStrangers = detectorNamed(detector).description.reads === 'latent' && detector !== 'member-disagreement'
      if (findsStrangers) expect(metrics?.auroc, detector).toBeGreaterThan(0.95)
    }
  })

  it('makes only the encodings that are missing', async () => {
    const result = await runScore(scoreJob({ detectors: ['reconstruction'] }), listening())
    result.encodings.forEach(({ files }, m) => {
      expect(files.means).toBe(members[m].encodings.means)
      expect(files.bce).toContain(`member-${m}-bce.f32`)
    })
  })

  it('encodes anew to the same scores as the member’s own encodings', async () => {
    const again = await runScore(scoreJob({ detectors: ['divergence'], members: members.map((m) => ({ ...m, encodings: {} })) }), listening())
    const first = await runScore(scoreJob({ detectors: ['divergence'] }), listening())
    expect(floats(again.scores[0].scores)).toEqual(floats(first.scores[0].scores))
  })

  it('names the nearest known class of each image by its label', async () => {
    const { nearest } = await runScore(scoreJob({ detectors: ['divergence'] }), listening())
    const bytes = readFileSync(nearest)
    const labels = new Int16Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length))
    const known = [...labels.keys()].filter((i) => i % 4 !== 2)
    expect(known.every((i) => labels[i] === i % 4)).toBe(true)
  })

  it('scores another set by the stored fit and threshold, to the same scores on the same images', async () => {
    const own = await runScore(scoreJob(), listening())
    const stored = <T>(pick: (score: ScoreResult['scores'][number]) => T) =>
      Object.fromEntries(own.scores.map((score) => [score.detector, pick(score)]))
    const fits = stored(({ fit }) => fit)
    const thresholds = stored(({ threshold }) => threshold)
    const other = await runScore(scoreJob({ fits, thresholds }), listening())
    other.scores.forEach((score, i) => {
      expect(floats(score.scores)).toEqual(floats(own.scores[i].scores))
      expect(score.threshold).toBe(own.scores[i].threshold)
    })
  })

  it('refuses a detector that needs more classes than are known', async () => {
    const one = { ...images, known: [0], heldOut: [1, 2, 3] }
    await expect(runScore(scoreJob({ images: one, detectors: ['centre'] }), listening()))
      .rejects.toThrow('needs 2 known classes; there is 1')
  })

  it('refuses a detector that compares members where there is but one', async () => {
    await expect(runScore(scoreJob({ members: members.slice(0, 1), detectors: ['member-disagreement'] }), listening()))
      .rejects.toMatchObject({ code: 'TOO_FEW_MEMBERS', message: expect.stringContaining('needs 2 members, and the ensemble has 1') })
  })

  it('refuses a detector that there is not, naming those there are', async () => {
    await expect(runScore(scoreJob({ detectors: ['magic'] }), listening())).rejects.toThrow('there are divergence-centre-neighbours, divergence-and-centre, divergence')
  })
})
