import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { serve } from '../../../main/workers/channel.ts'
import type { LabelsResult } from '../../../main/workers/messages.ts'

// Stands in for the labels worker: the first image is foreign, the second a label issue, the last is judged by nobody.
serve('labels', async (job, channel) => {
  channel.progress({ phase: 'scoring', done: 0, total: 1 })
  const count = job.images.snapshot.images
  const groups = new Int32Array(Uint8Array.from(await readFile(job.images.groups!)).buffer)
  const write = async (name: string, values: Int32Array | Float32Array | Int16Array | Uint8Array) => {
    const file = path.join(job.directory, `${name}.bin`)
    await writeFile(file, values)
    return file
  }
  return {
    encodings: [], images: count - 1, issues: 1, strangers: 1,
    rules: { labelIssue: `${job.settings.training.folds} folds`, foreign: `${new Set(groups).size} groups` },
    order: await write('order', Int32Array.from({ length: count - 1 }, (_, i) => i === 0 ? 1 : i === 1 ? 0 : i)),
    scores: await write('scores', Float32Array.from({ length: count }, (_, i) => i === 1 ? 2 : -i)),
    foreign: await write('foreign', Float32Array.from({ length: count }, (_, i) => i === 2 ? NaN : 0.5)),
    suggested: await write('suggested', new Int16Array(count).fill(job.images.known[1])),
    findings: await write('findings', Uint8Array.from({ length: count }, (_, i) => i === 1 ? 1 : i === 0 ? 2 : 0)),
  } satisfies LabelsResult
})
