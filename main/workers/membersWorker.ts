import { mkdir } from 'node:fs/promises'
import { serve } from './channel.ts'
import { runMembers } from './members/membersJob.ts'

// The process that compares an ensemble's members by one detector, and tells the figures.
serve('members', async (job, channel) => {
  await mkdir(job.directory, { recursive: true })
  return runMembers(job, channel)
})
