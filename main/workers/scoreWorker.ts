import { mkdir } from 'node:fs/promises'
import { serve } from './channel.ts'
import { runScore } from './scoreJob.ts'

// The process that encodes what is not encoded yet, applies the detectors, and computes metrics and thresholds.
serve('score', async (job, channel) => {
  await mkdir(job.directory, { recursive: true })
  return runScore(job, channel)
})
