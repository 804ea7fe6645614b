import path from 'node:path'
import { EngineFailure } from '../../contract/errors.ts'
import type { ExportProgress } from '../../contract/jobs.ts'
import type { ExportImagesJob } from '../../workers/messages.ts'
import { type JobRun, type Outcome, outcomeOf } from '../queue/job.ts'
import { makeOutputFolder } from './outputFolder.ts'

/** Writes images into a folder, as copies or links. The result is what the contract calls `ImagesExported`. */
export async function exportImages(run: JobRun<'exportImages'>): Promise<Outcome> {
  if (run.cancelled.aborted) return { state: 'cancelled' }
  const job = exportImagesJob(run)
  await makeOutputFolder(run.request.directory)
  const end = await run.work(job, {
    threads: 1, onProgress: (progress) => run.progress({ kind: 'export', ...progress } as ExportProgress),
  })
  return outcomeOf(end)
}

function exportImagesJob({ id, store, request }: JobRun<'exportImages'>): ExportImagesJob {
  const set = store.imageSets.show(request.imageSetId)
  if (!set) throw new EngineFailure('NOT_FOUND', `There is no image set ${request.imageSetId} any more.`)
  const folderOf = folders(store, request)
  return {
    kind: 'exportImages', directory: request.directory, as: request.as, source: set.source, sourceKind: set.kind,
    rows: store.artefacts.path(store.imageSets.files(set.id)!.rows),
    images: [...new Set(request.positions)].map((position) => ({ position, folder: folderOf(position) })),
    scratch: path.join(store.workspace, 'work', `export-images-${id}`),
  }
}

function folders(
  store: JobRun<'exportImages'>['store'], { imageSetId, folders: by }: JobRun<'exportImages'>['request'],
): (position: number) => string {
  const { projectId, classes } = store.imageSets.show(imageSetId)!
  if (by === 'none') return () => ''
  if (by === 'class') {
    return (position) => classes[store.images.at(imageSetId, position)!.label ?? -1] ?? 'no class'
  }
  const verdicts = new Map(store.verdicts.ofSet(projectId, imageSetId).map((one) => [one.position, one.verdict]))
  return (position) => verdicts.get(position) ?? 'not judged'
}
