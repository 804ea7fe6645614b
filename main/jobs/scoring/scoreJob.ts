import { mkdir, rm } from 'node:fs/promises'
import path from 'node:path'
import { planThreads } from '../../compute/threads.ts'
import type { ScoreProgress } from '../../contract/jobs.ts'
import type { ScoreJob, ScoreResult } from '../../workers/messages.ts'
import { completeFeatures, featureFiles } from '../encoders/encoderFeatures.ts'
import { foundEncodings } from './encodingArtefacts.ts'
import type { JobRun, Outcome } from '../queue/job.ts'
import { importScores } from './importScores.ts'
import { runLabelScoring } from '../labelsJob.ts'
import { memberFiles, scoredMembers } from './scoredMembers.ts'
import { found, type Scoring } from './scoring.ts'
import { readSet } from '../importing/setReading.ts'
import { falsePositiveRate, storeScores } from './storeScores.ts'

/**
 * Scores an image set with each detector, as far as that was not done before. Another set than the ensemble's
 * own is scored with what the detectors learnt on the own one, which is scored first where that is missing.
 * The result is { scoreIds }, in the order of the detectors asked for.
 */
export async function runScoring(run: JobRun<'score'>): Promise<Outcome> {
  const { imageSetId, ensembleId, detectors } = run.request
  if (run.cancelled.aborted) return { state: 'cancelled' }
  if (run.request.imported) return importScores(run, run.request.imported)
  if (run.request.labels) return runLabelScoring(run)
  const ensemble = run.store.ensembles.show(ensembleId)!
  const scoring = { run, ensemble, ...scoredMembers(run.store, ensemble, run.request.withoutLeaks) }
  const wanted = detectors.filter((detector) => !found(scoring, imageSetId, detector))
  for (const set of new Set([ensemble.imageSetId, imageSetId])) {
    const missing = wanted.filter((detector) => !found(scoring, set, detector))
    const interruption = missing.length > 0 ? await scoreSet(scoring, set, missing) : null
    if (interruption) return interruption
  }
  return {
    state: 'done',
    result: { scoreIds: detectors.map((detector) => found(scoring, imageSetId, detector)!.id) },
  }
}

async function scoreSet(scoring: Scoring, imageSetId: number, detectors: string[]): Promise<Outcome | null> {
  const { run } = scoring
  const directory = path.join(run.store.workspace, 'work', `score-${run.id}`)
  try {
    await rm(directory, { recursive: true, force: true })
    await mkdir(directory, { recursive: true })
    const interruption = await completeFeatures(run, imageSetId, detectors, directory)
    if (interruption) return interruption
    const { job, warnings } = await scoreJob(scoring, imageSetId, detectors, directory)
    const end = await run.work(job, {
      threads: job.threads,
      onProgress: (progress) => run.progress({ kind: 'score', ...progress } as ScoreProgress),
    })
    if (end.type === 'failed') return { state: 'failed', error: end.failure }
    if (end.type !== 'done') return { state: end.type }
    await storeScores(scoring, imageSetId, end.result as ScoreResult, warnings)
    run.announce({ type: 'changed', what: 'scores', id: scoring.ensemble.id })
    return null
  } finally {
    await rm(directory, { recursive: true, force: true })
  }
}

/** What a worker is asked to score a set anew by some detectors: all that is known of its members' encodings is used. */
export async function scoreJob(
  scoring: Scoring, imageSetId: number, detectors: string[], directory: string,
): Promise<{ job: ScoreJob; warnings: string[] }> {
  const { run, ensemble, members } = scoring
  const { images, classNames, warnings } = await readSet(
    run.store, ensemble, { imageSetId, withoutLeaks: run.request.withoutLeaks }, path.join(directory, 'set'),
  )
  const snapshot = run.store.imageSets.files(imageSetId)!.snapshot
  const job: ScoreJob = {
    kind: 'score',
    directory,
    images,
    detectors,
    features: featureFiles(run.store, snapshot, detectors),
    classNames,
    falsePositiveRate,
    threads: planThreads(run.cores, 1),
    members: members.map((member) => ({
      ...memberFiles(run.store, member), encodings: foundEncodings(run.store, member.key, snapshot),
    })),
    fits: null, thresholds: null, seed: ensemble.settings.seed, device: run.request.device ?? ensemble.settings.device,
  }
  return {
    job: imageSetId === ensemble.imageSetId ? job : { ...job, ...learnt(scoring, detectors) }, warnings,
  }
}

/** What the detectors learnt on the ensemble's own set. */
function learnt(scoring: Scoring, detectors: string[]): Pick<ScoreJob, 'fits' | 'thresholds'> {
  const own = detectors.map(
    (detector) => [detector, found(scoring, scoring.ensemble.imageSetId, detector)!] as const,
  )
  return {
    fits: Object.fromEntries(
      own.map(([detector, { files }]) => [detector, scoring.run.store.artefacts.path(files.fit)]),
    ),
    thresholds: Object.fromEntries(own.map(([detector, { threshold }]) => [detector, threshold.value])),
  }
}
