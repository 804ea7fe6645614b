import { createHash } from 'node:crypto'
import { mkdir, rm } from 'node:fs/promises'
import path from 'node:path'
import { planThreads } from '../compute/threads.ts'
import type { ScoreProgress } from '../contract/jobs.ts'
import type { EnsembleRecord } from '../store/ensembles.ts'
import type { LabelRecord } from '../store/labelScores.ts'
import type { Store } from '../store/openStore.ts'
import type { LabelsJob, LabelsResult } from '../workers/messages.ts'
import { encodingArtefacts, encodingRecord, foundEncodings } from './scoring/encodingArtefacts.ts'
import { withGroups } from './training/folds.ts'
import type { JobRun, Outcome } from './queue/job.ts'
import { runImages } from './scoring/runImages.ts'
import { memberFiles, scoredMembers, type ScoredMembers } from './scoring/scoredMembers.ts'

/** Raised whenever the same members say other things of the same labels than before. */
export const labelsVersion = 1

/** What is being judged, and by whom. */
interface Judging { run: JobRun<'score'>; ensemble: EnsembleRecord; members: ScoredMembers['members'] }

/** What was said of an ensemble's labels by the members that it has now. */
export function judgedLabels(store: Store, ensemble: EnsembleRecord): LabelRecord | undefined {
  return store.labelScores.find(ensemble.id, labelsHash(scoredMembers(store, ensemble, false).hash))
}

/** Judges the labels of an ensemble's own images, unless its members did so before. The result is { ensembleId }. */
export async function runLabelScoring(run: JobRun<'score'>): Promise<Outcome> {
  const ensemble = run.store.ensembles.show(run.request.ensembleId)!
  const done: Outcome = { state: 'done', result: { ensembleId: ensemble.id } }
  if (judgedLabels(run.store, ensemble)) return done
  const { members, hash } = scoredMembers(run.store, ensemble, false)
  const judging = { run, ensemble, members }
  const directory = path.join(run.store.workspace, 'work', `labels-${run.id}`)
  try {
    await rm(directory, { recursive: true, force: true })
    await mkdir(directory, { recursive: true })
    const job = await labelsJob(judging, directory)
    const end = await run.work(job, {
      threads: job.threads,
      onProgress: (progress) => run.progress({ kind: 'score', ...progress } as ScoreProgress),
    })
    if (end.type === 'failed') return { state: 'failed', error: end.failure }
    if (end.type !== 'done') return { state: end.type }
    await keep(judging, labelsHash(hash), end.result as LabelsResult)
    run.announce({ type: 'changed', what: 'scores', id: ensemble.id })
    return done
  } finally {
    await rm(directory, { recursive: true, force: true })
  }
}

function labelsHash(members: string): string {
  return createHash('sha256').update(`${members} labels ${labelsVersion}`).digest('hex')
}

async function labelsJob({ run, ensemble, members }: Judging, directory: string): Promise<LabelsJob> {
  const { store, cores } = run
  const { snapshot } = store.imageSets.files(ensemble.imageSetId)!
  const images = await withGroups(store, ensemble, runImages(store, ensemble.imageSetId, ensemble), directory)
  return {
    kind: 'labels', directory, images, settings: ensemble.settings, threads: planThreads(cores, 1),
    members: members.map((member) => ({
      ...memberFiles(store, member), encodings: foundEncodings(store, member.key, snapshot),
    })),
  }
}

/** Files and records in one transaction. */
async function keep(
  { run: { store }, ensemble, members }: Judging, membersHash: string, result: LabelsResult,
): Promise<void> {
  const { snapshot } = store.imageSets.files(ensemble.imageSetId)!
  const { encodings, images, issues, strangers, rules, order, scores, foreign, suggested, findings } = result
  const vectors = Object.entries({ order, scores, foreign, suggested, findings })
  const artefacts = vectors.map(([name, file]) => [name, { file, kind: 'labels' }])
  const said = encodings.map(({ key, files }) => encodingArtefacts(`${key}-`, files))
  await store.artefacts.keep(Object.assign(Object.fromEntries(artefacts), ...said), (ids) => {
    for (const { key, files } of encodings) store.encodings.put(key, snapshot, encodingRecord(`${key}-`, files, ids))
    store.labelScores.insert({
      ensembleId: ensemble.id, membersHash, members: members.length, images, issues, strangers, rules,
      files: { order: ids.order, scores: ids.scores, foreign: ids.foreign, suggested: ids.suggested, findings: ids.findings },
    })
  })
}
