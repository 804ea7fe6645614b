import { mkdir } from 'node:fs/promises'
import { serve } from './channel.ts'
import { runLabels } from './labelsJob.ts'

// The process that judges the labels of an ensemble's own images.
serve('labels', async (job, channel) => {
  await mkdir(job.directory, { recursive: true })
  return runLabels(job, channel)
})
