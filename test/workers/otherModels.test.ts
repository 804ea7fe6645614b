import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import type { ModelKind } from '../../main/contract/settings.ts'
import { detectorDescriptions } from '../../main/detectors/registry.ts'
import { runMember } from '../../main/workers/memberJob.ts'
import type { MemberResult } from '../../main/workers/messages.ts'
import { runScore } from '../../main/workers/scoreJob.ts'
import { listening, tinyJob } from './tinySet.ts'

async function trained(kind: ModelKind) {
  const job = tinyJob(0)
  job.settings.model.kind = kind
  if (kind === 'vae') job.settings.objective.alpha = 1 / 2
  return { job, member: await runMember(job, listening()) as MemberResult }
}

const scoreWith = ({ job, member }: Awaited<ReturnType<typeof trained>>, detectors: string[]) => runScore({
  kind: 'score', directory: job.directory, images: job.images, detectors, fits: null, thresholds: null,
  members: [{ key: 'm', index: 0, ...member }], falsePositiveRate: 0.05, threads: 1, device: 'tensorflow', classNames: [...'abcd'], seed: 1,
}, listening())

/** The detectors that read what a member of that kind says. */
const readersOf = (kind: ModelKind): string[] =>
  detectorDescriptions.filter((one) => one.models.includes(kind) && one.reads !== 'pixels' && !one.needsEncoder).map(({ id }) => id)

const floats = (file: string) => new Float32Array(Uint8Array.from(readFileSync(file)).buffer)

const lengthOf = (file: string | undefined) => readFileSync(file!).length / 4

describe('a VAE without classes', () => {
  let all: Awaited<ReturnType<typeof trained>>
  beforeAll(async () => { all = await trained('vae') })

  it('has one Gaussian at the origin for all known classes, and finds strangers by their reconstruction', async () => {
    const description = JSON.parse(readFileSync(all.member.description, 'utf8'))
    expect(description).toMatchObject({ kind: 'vae', classes: 1, priorMeans: [[0, 0, 0]] })
    expect(all.member.health).toMatchObject({ accuracy: null, smallestAngle: null })
    const { scores, nearest } = await scoreWith(all, ['reconstruction'])
    expect(scores[0].metrics?.auroc).toBeGreaterThan(0.9)
    expect(new Set(new Int16Array(Uint8Array.from(readFileSync(nearest)).buffer))).toEqual(new Set([-1]))
  })

  it('is scored by every detector that says it reads one, to finite numbers, and by none below 0', async () => {
    const read = ['latent', 'reconstruction']
    const ids = detectorDescriptions.filter(({ models, reads }) => models.includes('vae') && read.includes(reads)).map(({ id }) => id)
    expect(ids).toEqual(expect.arrayContaining(['reconstruction', 'reconstruction-ssim', 'posterior-kl', 'elbo']))
    const { scores } = await scoreWith(all, ids)
    for (const score of scores) expect(floats(score.scores).every((value) => value >= 0 && value < Infinity)).toBe(true)
  })

  it('has for a bound its reconstruction error and its divergence from the standard normal', async () => {
    const { scores } = await scoreWith(all, ['reconstruction', 'posterior-kl', 'elbo'])
    const [errors, divergence, bound] = scores.map((score) => floats(score.scores))
    bound.forEach((value, i) => expect(value / (errors[i] + divergence[i])).toBeCloseTo(1, 5))
  })
})

describe('a classifier', () => {
  let all: Awaited<ReturnType<typeof trained>>
  beforeAll(async () => { all = await trained('cnn') })

  it('learns the known classes, and says features and logits of every image', () => {
    const { member } = all
    expect(member.health).toMatchObject({ accuracy: 1, divergence: null, activeDimensions: null, healthy: true })
    expect(Object.keys(member.encodings).sort()).toEqual(['features', 'logits'])
    expect([lengthOf(member.encodings.features), lengthOf(member.encodings.logits)]).toEqual([240 * 16, 240 * 3])
    expect(member.curve.at(-1)).toMatchObject({ reconstruction: null, divergence: null })
    expect(member.curve.at(-1)!.loss).toBeLessThan(0.1)
  })

  it('is read by eight detectors that give every image a finite score and find the held-out bars', async () => {
    const readers = readersOf('cnn')
    expect(readers).toEqual(expect.arrayContaining([
      'max-softmax', 'max-logit', 'energy', 'entropy', 'feature-mahalanobis', 'relative-mahalanobis', 'feature-knn', 'vim',
    ]))
    const { scores, nearest } = await scoreWith(all, readers)
    for (const score of scores) {
      expect(floats(score.scores).every(Number.isFinite)).toBe(true)
      expect(score.metrics?.auroc, score.detector).toBeGreaterThan(0.8)
    }
    expect(new Set(new Int16Array(Uint8Array.from(readFileSync(nearest)).buffer))).toEqual(new Set([0, 1, 3]))
  })
})
