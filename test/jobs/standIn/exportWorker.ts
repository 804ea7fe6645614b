import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { serve } from '../../../main/workers/channel.ts'

// Stands in for the export worker: writes down what it was given.
serve('export', async (job) => {
  const file = path.join(job.directory, 'job.json')
  await writeFile(file, JSON.stringify(job))
  return { files: [file], agreement: { images: 60, furthest: 0 } }
})
