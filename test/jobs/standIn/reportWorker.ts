import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { serve } from '../../../main/workers/channel.ts'

// Stands in for the report worker: writes down what it was given.
serve('report', async (job, channel) => {
  channel.progress({ phase: 'page', done: 1, total: 1 })
  const file = path.join(job.directory, 'summary.json')
  await writeFile(file, JSON.stringify(job.summary))
  await writeFile(
    path.join(job.directory, 'job.json'),
    JSON.stringify({ ...job, splits: [...(await readFile(job.images.splits))] }),
  )
  return { files: [file], notes: [] }
})
