import path from 'node:path'
import { mkdir, rm } from 'node:fs/promises'
import type { ImportResult, PixelSettings } from '../../datasets/importRequest.ts'
import type { Job } from '../../contract/jobs.ts'
import type { JobRun, Outcome } from '../queue/job.ts'
import { clearRows } from '../removal.ts'
import { storeImport } from './storeImport.ts'

/**
 * Has a worker read an image set, and stores what it left. Interrupted or cancelled, it starts from the
 * beginning. The result names the set: an earlier version (`unchanged`) where nothing is different from it.
 */
export async function runImport(run: JobRun<'import'>): Promise<Outcome> {
  const directory = path.join(run.store.workspace, 'work', `import-${run.id}`)
  try {
    await clearRows(run.store, run.request.imageSetId)
    await rm(directory, { recursive: true, force: true })
    return await importInto(directory, run)
  } finally {
    // First of all: on a full disk there must be room again before anything can be written down.
    await rm(directory, { recursive: true, force: true })
    await settle(run)
  }
}

async function importInto(directory: string, run: JobRun<'import'>): Promise<Outcome> {
  await mkdir(directory, { recursive: true })
  const end = await run.work(
    { kind: 'import', request: { ...imageRequest(run), output: directory }, sample: run.request.sample },
    {
      threads: run.cores,
      onProgress: (progress) => run.progress({ kind: 'import', ...progress } as NonNullable<Job['progress']>),
    },
  )
  if (end.type === 'failed') return { state: 'failed', error: end.failure }
  if (end.type !== 'done') return { state: end.type }
  const kept = await storeImport(run, directory, end.result as ImportResult)
  run.announce({ type: 'changed', what: 'imageSets', id: kept.imageSetId })
  return { state: 'done', result: { ...kept } }
}

function imageRequest({ request, store }: JobRun<'import'>) {
  const { like, ...options } = request.options
  const expected = like === undefined ? undefined : pixelSettings(store.imageSets.show(like)?.snapshot)
  return { ...options, expected }
}

/** How another set's images were made into its snapshot. */
function pixelSettings(
  snapshot:
    | { height: number; width: number; channels: number; fit: PixelSettings['fit']; range: [number, number] }
    | null
    | undefined,
): PixelSettings | undefined {
  if (!snapshot) return undefined
  const { height, width, channels, fit, range } = snapshot
  return { size: { height, width }, colour: channels === 1 ? 'grey' : 'rgb', fit, range }
}

/**
 * What is not ready now failed or was cancelled, which leaves nothing; or the next engine begins it again.
 */
async function settle({ store, request, announce, ...run }: JobRun<'import'>): Promise<void> {
  if (store.imageSets.show(request.imageSetId)?.state !== 'importing' || run.stopping()) return
  if (!run.cancelled.aborted) store.imageSets.setState(request.imageSetId, 'failed')
  await clearRows(store, request.imageSetId)
  if (!run.cancelled.aborted) return
  store.transaction(() => store.imageSets.remove(request.imageSetId))
  store.artefacts.collect()
  announce({ type: 'changed', what: 'imageSets', id: request.imageSetId })
}
