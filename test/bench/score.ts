// Scoring MNIST by the latent detectors: images a second of one member, encoding included.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import path from 'node:path'
import { workerEnvironment } from '../../main/compute/threads.ts'
import { detectorDescriptions } from '../../main/detectors/registry.ts'
import type { RunImages, ScoreJob } from '../../main/workers/messages.ts'
import { listening, tinySettings } from '../workers/tinySet.ts'
import { machineLine, median } from './machine.ts'

const IMAGES = 70_000
// TensorFlow reads its thread counts from the environment of its process: start again with them.
if (!process.env.TF_NUM_INTRAOP_THREADS) {
  const env = { ...process.env, ...workerEnvironment(cpus().length) }
  process.exit(spawnSync(process.execPath, process.argv.slice(1), { env, stdio: 'inherit' }).status ?? 1)
}
const { runMember } = await import('../../main/workers/memberJob.ts')
const { runScore } = await import('../../main/workers/scoreJob.ts')

/** MNIST's size and number of classes; what the pixels show does not change how long they take. */
function madeImages(directory: string, count: number): RunImages {
  const at = (name: string) => path.join(directory, `${count}-${name}`)
  writeFileSync(at('pixels.u8'), Uint8Array.from({ length: count * 784 }, (_, i) => (i * 2_654_435_761) >>> 24))
  writeFileSync(at('labels.i32'), Int32Array.from({ length: count }, (_, i) => i % 10))
  writeFileSync(at('splits.u8'), Uint8Array.from({ length: count }, (_, i) => i % 7 === 0 ? 2 : i % 11 === 0 ? 1 : 0))
  const snapshot = { file: at('pixels.u8'), images: count, height: 28, width: 28, channels: 1, sha256: 'made' }
  return { snapshot, labels: at('labels.i32'), splits: at('splits.u8'), known: [0, 1, 2, 3, 5, 6, 7, 8, 9], heldOut: [4] }
}

const directory = mkdtempSync(path.join(tmpdir(), 'lacuna-bench-'))
const settings = { ...tinySettings({ epochs: 1, batch: 128 }), model: { kind: 'cl-vae' as const, architecture: 'mnist' as const, latent: 8, dense: 64 } }
const member = await runMember({ kind: 'member', directory, images: madeImages(directory, 2000), settings, index: 0, threads: 2 }, listening())
if (member === 'paused') throw new Error('The member did not finish.')
const images = madeImages(directory, IMAGES)
const latent = detectorDescriptions
  .filter(({ reads, models, fewestMembers = 1 }) => reads === 'latent' && models.includes('cl-vae') && fewestMembers === 1)
  .map(({ id }) => id)
const job: ScoreJob = {
  kind: 'score', directory, images, detectors: latent,
  members: [{ key: 'bench', index: 0, weights: member.weights, description: member.description, encodings: {} }],
  fits: null, thresholds: null, falsePositiveRate: 0.05, threads: 2, device: 'tensorflow', classNames: [...'0123456789'], seed: 1,
}
const seconds: number[] = []
for (let round = 0; round < 5; round++) {
  const begun = performance.now()
  await runScore(job, listening())
  seconds.push((performance.now() - begun) / 1000)
}
console.log(`machine: ${machineLine()}`)
console.log(`${IMAGES} images encoded and scored by ${job.detectors.length} latent detectors in ${median(seconds).toFixed(2)} s (median of 5): ${Math.round(IMAGES / median(seconds))} images/s a member`)
rmSync(directory, { recursive: true, force: true })
