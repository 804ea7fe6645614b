import { mkdir } from 'node:fs/promises'
import { runCell } from './cell/cellJob.ts'
import { serve } from './channel.ts'

// The process that measures one cell of a study: encodes, fits, scores, and tells the figures.
serve('cell', async (job, channel) => {
  await mkdir(job.directory, { recursive: true })
  return runCell(job, channel)
})
