import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, it } from 'vitest'
import { SOFTWARE_VARIABLE } from '../../main/compute/webgpu/software.ts'
import { workerScripts } from '../../main/engine/engineOptions.ts'
import { runWorker, type WorkerEnd } from '../../main/jobs/queue/workerProcess.ts'
import { runMember } from '../../main/workers/memberJob.ts'
import type { MemberJob, MemberResult, ScoreJob, ScoreResult } from '../../main/workers/messages.ts'
import { softwareAdapter } from '../compute/webgpu/softwareAdapter.ts'
import { listening, tinyJob } from './tinySet.ts'

const { env, why } = await softwareAdapter()
const named = why ?? 'on SwiftShader'
const scripts = workerScripts()
// Workers have the environment of this process.
Object.assign(process.env, env)

const floats = (file: string) => new Float32Array(new Uint8Array(readFileSync(file)).buffer)

/** Has a worker process do a job, as the engine does. */
async function work(job: MemberJob | ScoreJob): Promise<{ end: WorkerEnd; notes: string[] }> {
  const notes: string[] = []
  const end = await runWorker({
    script: scripts[job.kind], job, threads: 1, log: path.join(job.directory, 'worker.log'), onProgress: () => undefined,
    onNote: (text) => void notes.push(text), cancelled: new AbortController().signal, paused: new AbortController().signal,
  })
  return { end, notes }
}

/** Two epochs of two steps. */
function shortJob(device: ScoreJob['device']): MemberJob {
  const job = tinyJob(0, { epochs: 2, batch: 12 }, 60)
  return { ...job, settings: { ...job.settings, device } }
}

/** Leaves a checkpoint after the first step; that it is the processor's makes no difference to its form. */
async function interrupted(job: MemberJob): Promise<void> {
  const channel = listening()
  channel.pause()
  expect(await runMember({ ...job, settings: { ...job.settings, device: 'tensorflow' } }, channel)).toBe('paused')
}

async function trained(job: MemberJob): Promise<MemberResult & { notes: string[] }> {
  const { end, notes } = await work(job)
  if (end.type !== 'done') throw new Error(JSON.stringify(end))
  return { ...end.result as MemberResult, notes }
}

it.skipIf(why !== null)(`a worker trains a member by WebGPU, goes on from its checkpoint, and scores as TensorFlow does (${named})`, async () => {
  const job = shortJob('webgpu')
  await interrupted(job)
  const { notes, ...member } = await trained(job)
  expect(notes[0]).toMatch(/^Goes on from step 1 of 4, in epoch 1, on swiftshader.* with 1 thread, WebGPU /)
  expect(member.device).toMatch(/^swiftshader-device-subzero \(google swiftshader, SwiftShader driver [\d.]+\), WebGPU [\d.]+\+dawn-[\d.]+$/)
  expect(JSON.parse(readFileSync(member.description, 'utf8'))).toMatchObject({ threads: 1, device: expect.stringContaining('swiftshader') })

  const onProcessor = await trained({ ...shortJob('tensorflow'), images: job.images })
  expect(onProcessor.device).toContain('TensorFlow')
  expectClose(floats(member.weights), floats(onProcessor.weights))

  const scored = (device: ScoreJob['device']) => score({ key: 'm', index: 0, ...member, encodings: {} }, job.images, device)
  const [card, processor] = [await scored('webgpu'), await scored('tensorflow')]
  card.scores.forEach(({ scores }, i) => expectClose(floats(scores), floats(processor.scores[i].scores)))
}, 300_000)

/** To single precision, of the largest value. */
function expectClose(one: Float32Array, other: Float32Array): void {
  const largest = one.reduce((most, value) => Math.max(most, Math.abs(value)), 0)
  const apart = one.reduce((most, value, i) => Math.max(most, Math.abs(value - other[i])), 0)
  expect(apart / largest).toBeLessThan(1e-4)
}

/** By detectors that read the latent space, reconstructions, and pixels by large products. */
async function score(member: ScoreJob['members'][number], images: MemberJob['images'], device: ScoreJob['device']): Promise<ScoreResult> {
  const { end } = await work({
    kind: 'score', directory: mkdtempSync(path.join(tmpdir(), 'lacuna-test-')), images, members: [member], device,
    detectors: ['divergence', 'reconstruction', 'reconstruction-ssim', 'pca-per-class'], fits: null, thresholds: null,
    falsePositiveRate: 0.05, threads: 1, classNames: ['a', 'b', 'c', 'd'], seed: 1,
  })
  if (end.type !== 'done') throw new Error(JSON.stringify(end))
  return end.result as ScoreResult
}

it.skipIf(why !== null)(`a member that is to be trained by WebGPU fails where only software is there: it is trained on nothing else (${named})`, async () => {
  process.env[SOFTWARE_VARIABLE] = ''
  const { end, notes } = await work(shortJob('webgpu'))
  process.env[SOFTWARE_VARIABLE] = '1'
  expect(notes).toEqual([])
  expect(end).toEqual({
    type: 'failed', failure: {
      code: 'WEBGPU_UNUSABLE', hint: expect.stringContaining('"tensorflow"'),
      message: expect.stringMatching(/^WebGPU is not usable because the only adapter, swiftshader.*, is software that computes on the processor\.$/),
    },
  })
})
