import { appendFile } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { serve } from '../../../main/workers/channel.ts'
import { behaviours } from './behaviours.ts'

// Stands in for the worker that measures cells: the AUROC follows from the seed, and the workspace's file cells.ndjson
// tells what it was asked.
serve('cell', async (job, channel) => {
  channel.progress({ phase: 'scoring', done: 0, total: 1 })
  await appendFile(path.join(job.directory, '..', '..', 'cells.ndjson'), `${JSON.stringify(job)}\n`)
  if (job.seed === behaviours.slowCell) await setTimeout(60_000, undefined, { signal: channel.cancelled })
  if (job.seed === behaviours.unmeasured)
    throw Object.assign(new Error('Nothing to measure.'), { code: 'NO_TEST_IMAGES', hint: 'Add some.' })
  const metrics = {
    normals: 10, anomalies: 10, auroc: 0.9 + job.seed / 1000, aurocInterval: [0.8, 1] as [number, number],
    auprOut: 0.9, auprIn: 0.9, fpr95: 0.1, f1Max: 0.9,
  }
  return {
    scores: job.detectors.map((detector) => ({ detector, metrics, seconds: 1 })), sizes: [], seconds: 2, memory: 200,
  }
})
