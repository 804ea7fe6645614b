import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { serve } from '../../../main/workers/channel.ts'
import type { EncodingFiles, ScoreJob, ScoreResult } from '../../../main/workers/messages.ts'

// Stands in for the score worker: an image's score is its position, less the detector's name's length.
serve('score', async (job, channel) => {
  channel.progress({ phase: 'scoring', done: 0, total: 1 })
  const at = (name: string) => path.join(job.directory, name)
  const count = job.images.snapshot.images
  const encodings = await Promise.all(
    job.members.filter(({ encodings }) => !encodings.means).map((member) => encode(member.key, count, at)),
  )
  await writeFile(at('nearest.i16'), new Int16Array(count).fill(job.images.known[0]))
  const scores = await Promise.all(job.detectors.map((detector) => score(job, detector, at)))
  return {
    encodings, scores, nearest: at('nearest.i16'), warnings: ['A warning of the worker.'],
  } satisfies ScoreResult
})

async function encode(
  key: string, count: number, at: (name: string) => string,
): Promise<{ key: string; files: EncodingFiles }> {
  const means = at(`${key}.means.f32`)
  await writeFile(means, new Float32Array(count * 2))
  return { key, files: { means } }
}

async function score(
  job: ScoreJob, detector: string, at: (name: string) => string,
): Promise<ScoreResult['scores'][number]> {
  const values = Float32Array.from(
    { length: job.images.snapshot.images }, (_, position) => position - detector.length,
  )
  const threshold = job.thresholds?.[detector] ?? values.length * 0.9
  const labels = new Int32Array(Uint8Array.from(await readFile(job.images.labels)).buffer)
  const anomalies = labels.filter((label) => job.images.heldOut.includes(label)).length
  const normals = labels.filter((label) => job.images.known.includes(label)).length
  const [scores, fit] = [at(`${detector}.f32`), at(`${detector}.json`)]
  await writeFile(scores, values)
  await writeFile(
    fit,
    job.fits
      ? await readFile(job.fits[detector])
      : JSON.stringify({ detector, of: job.images.snapshot.sha256 }),
  )
  const metrics =
    anomalies === 0
      ? null
      : {
          normals,
          anomalies,
          auroc: 0.9,
          aurocInterval: [0.8, 1] as [number, number],
          auprOut: 0.9,
          auprIn: 0.9,
          fpr95: 0.1,
          f1Max: 0.9,
        }
  return {
    detector, scores, fit, threshold, flagged: values.filter((value) => value > threshold).length, metrics,
  }
}
