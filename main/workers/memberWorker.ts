import { mkdir } from 'node:fs/promises'
import { serve } from './channel.ts'
import { runMember } from './memberJob.ts'

// The process that trains one member. Its thread count was set in the environment that it was started with.
serve('member', async (job, channel) => {
  await mkdir(job.directory, { recursive: true })
  return runMember(job, channel)
})
