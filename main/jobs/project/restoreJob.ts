import { rm } from 'node:fs/promises'
import path from 'node:path'
import type { JobRun, Outcome } from '../queue/job.ts'
import { snapshotsFromImages } from '../bundle/remadeSnapshots.ts'
import { contentOf, openedBefore } from './sameContent.ts'
import { takeIn } from './takeIn.ts'
import { unpack } from './unpack.ts'

/**
 * Makes a project out of a backup or a bundle: a new one, whatever there is already, or with `once` only where none of the
 * same content is there. The result is { projectId, content, again }. A file that is not exactly what was packed is refused
 * with the entry's name, and nothing of it is kept.
 */
export async function runRestore(run: JobRun<'restore'>): Promise<Outcome> {
  if (run.cancelled.aborted) return { state: 'cancelled' }
  const directory = path.join(run.store.workspace, 'work', `restore-${run.id}`)
  try {
    const unpacked = await unpack(run, directory)
    if ('outcome' in unpacked) return unpacked.outcome
    const content = contentOf(unpacked.files)
    const before = run.request.once ? openedBefore(run.store, content) : null
    if (before !== null) return { state: 'done', result: { projectId: before, content, again: true } }
    const instead = unpacked.about.bundle?.pixels === false ? await snapshotsFromImages(run, unpacked) : {}
    return { state: 'done', result: { projectId: await takeIn(run, unpacked, instead), content, again: false } }
  } finally {
    await rm(directory, { recursive: true, force: true })
  }
}
