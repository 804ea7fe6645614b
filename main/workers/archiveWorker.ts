import { readArchive } from '../archive/readArchive.ts'
import { type ArchiveProgress, writeArchive } from '../archive/writeArchive.ts'
import { serve } from './channel.ts'
import type { ArchiveResult } from './messages.ts'

// Packs and unpacks: gigabytes of bytes that are hashed and compressed, none of them in the engine.
serve('archive', async (job, { progress, cancelled }): Promise<ArchiveResult> => {
  const phase = job.task === 'pack' ? 'packing' : 'unpacking'
  const told: ArchiveProgress = (amount) => progress({ phase, ...amount })
  const { about, entries } = job.task === 'pack'
    ? await writeArchive(job.target, job.files, job.about, told, cancelled)
    : await readArchive(job.file, job.directory, told, cancelled)
  return { about, files: entries }
})
