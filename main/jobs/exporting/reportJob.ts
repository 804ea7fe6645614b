import { readFile, rm } from 'node:fs/promises'
import path from 'node:path'
import { planThreads } from '../../compute/threads.ts'
import { EngineFailure } from '../../contract/errors.ts'
import type { ImageSet } from '../../contract/imageSets.ts'
import type { ReportProgress } from '../../contract/jobs.ts'
import { ReportOptions } from '../../contract/reports.ts'
import type { ScoreRecord } from '../../store/scores.ts'
import type { ReportJob } from '../../workers/messages.ts'
import { type JobRun, type Outcome, outcomeOf } from '../queue/job.ts'
import { makeOutputFolder } from './outputFolder.ts'
import { readSet } from '../importing/setReading.ts'

/** What a report says beside its score; the engine knows it. */
export type Tell = (score: ScoreRecord, options: ReportOptions) => Promise<Pick<ReportJob, 'summary' | 'findings'>>

/**
 * Writes a score's report into a folder. The result is { files, notes }: the absolute paths of what was written, and what
 * a reader must know of it.
 */
export function reportRunner(tell: Tell) {
  return async (run: JobRun<'report'>): Promise<Outcome> => {
    if (run.cancelled.aborted) return { state: 'cancelled' }
    const scratch = path.join(run.store.workspace, 'work', `report-${run.id}`)
    try {
      await makeOutputFolder(run.request.directory)
      const job = await reportJob(run, scratch, tell)
      const end = await run.work(job, {
        threads: planThreads(run.cores, 1),
        onProgress: (progress) => run.progress({ kind: 'report', ...progress } as ReportProgress),
      })
      return outcomeOf(end)
    } finally {
      await rm(scratch, { recursive: true, force: true })
    }
  }
}

async function reportJob(
  { store, request }: JobRun<'report'>, scratch: string, tell: Tell,
): Promise<ReportJob> {
  const options = ReportOptions.parse(request)
  const score = store.scores.show(request.scoreId)
  if (!score) throw new EngineFailure('NOT_FOUND', `There is no score ${request.scoreId} any more.`, 'Choose another.')
  const ensemble = store.ensembles.show(score.ensembleId)!
  const set = store.imageSets.show(score.imageSetId)!
  const { images, classNames } = await readSet(
    store, ensemble, { imageSetId: set.id, withoutLeaks: score.withoutLeaks ?? false }, scratch,
  )
  const file = (artefact: number) => store.artefacts.path(artefact)
  return {
    kind: 'report', directory: request.directory, options, images, classNames, source: set.source,
    sourceKind: set.kind, rows: file(store.imageSets.files(set.id)!.rows), scores: file(score.files.scores),
    nearest: file(score.files.nearest), threshold: score.threshold.value, detector: score.detector,
    metrics: score.metrics, verdicts: verdictsOf(store, set), ...(await latentPicture(store, score)), ...(await tell(score, options)),
  }
}

function verdictsOf({ verdicts }: JobRun<'report'>['store'], { id, projectId }: ImageSet): ReportJob['verdicts'] {
  return verdicts.ofSet(projectId, id).map(({ position, verdict }) => [position, verdict])
}

/** The first member's latent space, where it has one: its encodings of the set's images, and where the classes lie. */
async function latentPicture(
  store: JobRun<'report'>['store'], score: ScoreRecord,
): Promise<Pick<ReportJob, 'latents' | 'dimension' | 'priorMeans'>> {
  const trained = store.members.places(score.ensembleId).find(({ state }) => state === 'done')
  if (!trained) return { latents: null, dimension: 0, priorMeans: [] }
  const { key } = trained
  const description = await readFile(store.artefacts.path(store.members.trained(key)!.description), 'utf8')
  const { priorMeans } = JSON.parse(description) as { priorMeans: number[][] }
  const { means } = store.encodings.find(key, store.imageSets.files(score.imageSetId)!.snapshot)
  return {
    latents: means === undefined ? null : store.artefacts.path(means), dimension: priorMeans[0]?.length ?? 0, priorMeans,
  }
}
