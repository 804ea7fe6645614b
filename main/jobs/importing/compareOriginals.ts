import path from 'node:path'
import { EngineFailure } from '../../contract/errors.ts'
import type { RelocateResult } from '../../workers/messages.ts'
import type { Shop } from '../queue/job.ts'
import { runWorker } from '../queue/workerProcess.ts'

/** Enough to notice any mix-up, and read within a second or two. */
const most = 1000

/**
 * Has a worker compare the originals at a new place with what was imported, by their hashes.
 * @throws EngineFailure BAD_INPUT where they are not the same
 */
export async function compareOriginals(
  { store, scripts }: Shop, imageSetId: number, source: string,
): Promise<void> {
  const rows = store.artefacts.path(store.imageSets.files(imageSetId)!.rows)
  const unlabelled = store.imageSets.found(imageSetId)!.options.unlabelled ?? false
  const never = new AbortController().signal
  const end = await runWorker({
    script: scripts.relocate, job: { kind: 'relocate', source, unlabelled, rows, most }, threads: 1,
    log: path.join(store.workspace, 'logs', `relocate-${imageSetId}.log`), cancelled: never, paused: never,
    onProgress: () => undefined,
  })
  if (end.type === 'failed') throw new EngineFailure('BAD_INPUT', end.failure.message, end.failure.hint)
  if (end.type === 'done') judge(end.result as RelocateResult, source)
}

function judge({ compared, missing, different, example }: RelocateResult, source: string): void {
  if (missing + different === 0) return
  throw new EngineFailure('BAD_INPUT',
    `${source} does not hold the same images: of ${compared} compared, ${missing} are missing and ` +
      `${different} are different, such as "${example}".`,
    'Choose the place that the originals were moved to; a folder with changed images is imported anew.')
}
