import type { DetectorDescription } from '../contract/scores.ts'
import { Explanations } from '../jobs/explain/explanations.ts'
import { exportImages } from '../jobs/exporting/exportImagesJob.ts'
import { exportRunner } from '../jobs/exporting/exportJob.ts'
import { runImport } from '../jobs/importing/importJob.ts'
import type { Log, RuntimeIdentity, Shop, WorkerScripts } from '../jobs/queue/job.ts'
import { MemberComparisons } from '../jobs/scoring/memberComparisons.ts'
import { bundleRunner } from '../jobs/bundle/bundleJob.ts'
import { runVerify } from '../jobs/bundle/verifyJob.ts'
import { backupRunner } from '../jobs/project/backupJob.ts'
import { runCopy } from '../jobs/project/copyJob.ts'
import { Discards } from '../jobs/project/discards.ts'
import { runRestore } from '../jobs/project/restoreJob.ts'
import { JobQueue } from '../jobs/queue/queue.ts'
import { tidyUp } from '../jobs/removal.ts'
import { reportRunner } from '../jobs/exporting/reportJob.ts'
import { runScoring } from '../jobs/scoring/scoreJob.ts'
import { runRuntime } from '../jobs/runtime/runtimeJob.ts'
import { studyRunner } from '../jobs/study/studyJob.ts'
import { MeasuredPaces } from '../jobs/pace/measuredPaces.ts'
import { StudyTableWork } from '../jobs/study/studyTableWork.ts'
import { Thumbnails } from '../jobs/thumbnails/thumbnails.ts'
import { runTraining } from '../jobs/training/trainJob.ts'
import { TrainingStates } from '../jobs/training/trainingLog.ts'
import { EngineFailure } from '../contract/errors.ts'
import { openStore } from '../store/openStore.ts'
import { sweep } from '../store/sweep.ts'
import { engineApp } from './app.ts'
import { ComparisonWork } from './comparison/comparisonWork.ts'
import { EventLog } from './eventLog.ts'
import type { EngineParts } from './parts.ts'
import { reportSummary } from './report/reportSummary.ts'
import { tellReport } from './report/tellReport.ts'
import { sweepUploads } from './uploads/sweepUploads.ts'
import { version } from './version.ts'

export interface EngineOptions {
  /** The folder of the workspace, which this process must hold the lock of. */
  workspace: string
  cores: number
  scripts: WorkerScripts
  detectors: DetectorDescription[]
  runtime(): RuntimeIdentity | undefined
  log: Log
  /** How many clients are connected. */
  clients?(): number
  /** Opens the door for browsers. */
  browser?: EngineParts['browser']
  /** The folder of the window's built files. */
  renderer?: string
  /** Called when a client asks the engine to end. */
  onStop?(): void
  /** Milliseconds within which a discarded project can be taken back. */
  reprieve?: number
  /** Called whenever something was announced: jobs may have come or gone. */
  onEvent?(): void
}

/** An engine that runs in this process, not yet reachable by anybody. */
export type Engine = Awaited<ReturnType<typeof startEngine>>

/** Opens the workspace, clears away what is left over, and takes up the jobs that were interrupted. */
export async function startEngine(options: EngineOptions) {
  const { workspace, cores, scripts, detectors, runtime, log } = options
  const store = await openStore(workspace)
  const events = new EventLog()
  const shop: Shop = {
    store, scripts, cores, runtime, log, cardMemory: new Map(),
    announce: (event) => {
      events.add(event)
      states.see(event)
      options.onEvent?.()
    },
  }
  const states = new TrainingStates(shop)
  const works = {
    thumbnails: new Thumbnails(shop), studyTables: new StudyTableWork(shop), explanations: new Explanations(shop),
    memberComparisons: new MemberComparisons(shop),
  }
  const comparisons = new ComparisonWork(shop)
  const report = reportRunner(tellReport({ ...shop, ...works, comparisons }, detectors))
  const bundle = bundleRunner(version, reportSummary(shop, detectors))
  const archives = { copy: runCopy, backup: backupRunner(version), restore: runRestore, bundle, verify: runVerify }
  const study = studyRunner(version, () => queue)
  const runners = {
    import: runImport, train: runTraining, score: runScoring, report, study, export: exportRunner(version, detectors),
    exportImages, ...archives, runtime: runRuntime,
  }
  const queue: JobQueue = new JobQueue(shop, runners)
  const discards = new Discards(shop, queue, options.reprieve)
  await discards.begin()
  await tidyUp(store)
  const swept = [...await sweep(store), ...await sweepUploads(store)]
  if (swept.length > 0) log.info({ swept }, 'Removed what no record names.')
  const { clients = () => 0, onStop: stop = () => undefined, browser = noBrowser, renderer } = options
  const paces = new MeasuredPaces(shop)
  const started = new Date().toISOString()
  const fetch = engineApp({
    ...shop, ...works, queue, events, comparisons, paces, detectors, started, clients, stop, browser, renderer,
    discards,
  })
  return {
    fetch,
    queue,
    takeUp: () => queue.takeUp(),
    /** Ends the workers, each with a checkpoint where it can leave one, and closes the store. */
    close: async () => {
      Object.values(works).forEach((work) => void work.close())
      await queue.stop()
      await discards.close()
      store.close()
    },
  }
}

async function noBrowser(): Promise<never> {
  throw new EngineFailure('UNAVAILABLE', 'This engine has no door for browsers.')
}
