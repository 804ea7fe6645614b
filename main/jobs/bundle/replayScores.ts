import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import type { ReplayedScore } from '../../contract/bundles.ts'
import { detectorName } from '../../contract/detectorNames.ts'
import { EngineFailure } from '../../contract/errors.ts'
import { importedName } from '../../contract/importedScores.ts'
import type { ScoreProgress } from '../../contract/jobs.ts'
import type { EnsembleRecord } from '../../store/ensembles.ts'
import type { ScoreRecord } from '../../store/scores.ts'
import type { ScoreResult } from '../../workers/messages.ts'
import type { JobRun } from '../queue/job.ts'
import { scoredMembers } from '../scoring/scoredMembers.ts'
import { scoreJob } from '../scoring/scoreJob.ts'
import { found, type Scoring } from '../scoring/scoring.ts'
import { compareReplay } from './compareReplay.ts'

/** A run over a store that holds one project, which came out of a bundle. */
export interface ReplayRun extends JobRun<'verify'> {
  projectId: number
  /** Whether the pixels of that name could not be made. */
  isBroken(snapshot: string): boolean
}

/** Scores of one set that are computed together. */
interface Group { scoring: Scoring; imageSetId: number; scores: ScoreRecord[] }

/** Computes every score of a project anew, from pixels and weights alone, and compares it with what is recorded. */
export async function replayScores(run: ReplayRun): Promise<ReplayedScore[]> {
  const replayed: ReplayedScore[] = []
  for (const ensemble of run.store.ensembles.ofProject(run.projectId)) {
    const all = run.store.scores.list(ensemble.id).map(({ id }) => run.store.scores.show(id)!)
    const reasons = new Map(all.map((score) => [score, whyNot(run, ensemble, score)]))
    for (const score of all) {
      const reason = reasons.get(score)!
      if (reason !== null) replayed.push({ ...named(run, score), ...nothing(score), reason })
    }
    for (const group of groupsOf(run, ensemble, all.filter((score) => reasons.get(score) === null))) {
      replayed.push(...(await replayGroup(run, group)))
    }
  }
  return replayed
}

const named = ({ store }: ReplayRun, { detector, imageSetId, images }: ScoreRecord) =>
  ({ detector, imageSet: store.imageSets.show(imageSetId)!.name, images })

const nothing = ({ metrics }: ScoreRecord) => ({
  replay: 'not replayed' as const, largest: null, unequal: 0, reflagged: 0, renearest: 0,
  auroc: { recorded: metrics?.auroc ?? null, replayed: null },
})

/** Why a score cannot be computed from what a bundle holds; null where it can. */
function whyNot(run: ReplayRun, ensemble: EnsembleRecord, score: ScoreRecord): string | null {
  const { id, encoder } = detectorName(score.detector)
  if (importedName(score.detector) !== null) return 'its scores came from a file, and are what was packed'
  if (encoder !== null) return `${id} reads the encoder "${encoder}", which a bundle does not hold`
  if (run.isBroken(snapshotName(run, score))) return 'its pixels could not be made from the images'
  const scoring = scoringOf(run, ensemble, score)
  if (scoring.hash !== score.membersHash) return 'it is of other members than the ensemble has now'
  const needsOwn = score.imageSetId !== ensemble.imageSetId && !found(scoring, ensemble.imageSetId, score.detector)
  return needsOwn ? 'what its detector learnt on the own set is not in the bundle' : null
}

function snapshotName({ store }: ReplayRun, { imageSetId }: ScoreRecord): string {
  return path.basename(store.artefacts.path(store.imageSets.files(imageSetId)!.snapshot))
}

function scoringOf(run: ReplayRun, ensemble: EnsembleRecord, { imageSetId, detector, withoutLeaks = false }: ScoreRecord): Scoring {
  const request = { ensembleId: ensemble.id, imageSetId, detectors: [detector], withoutLeaks }
  // Whoever verifies need not have the card that trained.
  return { run: { ...run, request: { ...request, device: 'tensorflow' } }, ensemble, ...scoredMembers(run.store, ensemble, withoutLeaks) }
}

function groupsOf(run: ReplayRun, ensemble: EnsembleRecord, scores: ScoreRecord[]): Group[] {
  const together = Map.groupBy(scores, ({ imageSetId, withoutLeaks }) => `${imageSetId} ${withoutLeaks}`)
  return [...together.values()].map((some) =>
    ({ scoring: scoringOf(run, ensemble, some[0]), imageSetId: some[0].imageSetId, scores: some }))
}

async function replayGroup(run: ReplayRun, { scoring, imageSetId, scores }: Group): Promise<ReplayedScore[]> {
  const directory = path.join(run.store.workspace, 'work', `${imageSetId}-${scores[0].withoutLeaks}`)
  await mkdir(directory, { recursive: true })
  const { job } = await scoreJob(scoring, imageSetId, scores.map(({ detector }) => detector), directory)
  const members = job.members.map((member) => ({ ...member, encodings: {} }))
  const threads = Math.max(...run.store.members.places(scoring.ensemble.id).map((place) => place.threads ?? 1))
  const end = await run.work({ ...job, members, threads }, {
    threads, onProgress: (progress) => run.progress({ kind: 'score', ...progress } as ScoreProgress),
  }, `replay-${imageSetId}`)
  if (end.type === 'failed') throw new EngineFailure('BAD_INPUT', end.failure.message, end.failure.hint)
  if (end.type !== 'done') throw new DOMException('The job was interrupted.', 'AbortError')
  const anew = end.result as ScoreResult
  return Promise.all(scores.map(async (score) => {
    const same = anew.scores.find(({ detector }) => detector === score.detector)!
    return { ...named(run, score), reason: null, ...(await compareReplay(run.store, score, same, anew.nearest)) }
  }))
}
