import { planThreads } from '../../compute/threads.ts'
import { describedDetector } from '../../contract/detectorNames.ts'
import { EngineFailure } from '../../contract/errors.ts'
import type { ExportProgress } from '../../contract/jobs.ts'
import type { DetectorDescription } from '../../contract/scores.ts'
import type { ModelFacts } from '../../exports/modelCard.ts'
import type { ScoreRecord } from '../../store/scores.ts'
import type { Store } from '../../store/openStore.ts'
import type { ExportJob } from '../../workers/messages.ts'
import { type JobRun, type Outcome, outcomeOf } from '../queue/job.ts'
import { makeOutputFolder } from './outputFolder.ts'
import { memberFiles, scoredMembers } from '../scoring/scoredMembers.ts'

/** Writes the model of a score into a folder. The result is what the contract calls `ModelExported`. */
export function exportRunner(version: string, detectors: DetectorDescription[]) {
  return async (run: JobRun<'export'>): Promise<Outcome> => {
    if (run.cancelled.aborted) return { state: 'cancelled' }
    const score = run.store.scores.show(run.request.scoreId)
    if (!score) {
      throw new EngineFailure('NOT_FOUND', `There is no score ${run.request.scoreId} any more.`, 'Choose another.')
    }
    await makeOutputFolder(run.request.directory)
    const threads = planThreads(run.cores, 1)
    const facts = factsOf(run.store, score, version, detectors)
    const end = await run.work(exportJob(run, score, facts, run.cores), {
      threads, onProgress: (progress) => run.progress({ kind: 'export', ...progress } as ExportProgress),
    })
    return outcomeOf(end)
  }
}

function exportJob(
  { store, request }: JobRun<'export'>, score: ScoreRecord, facts: ModelFacts, threads: number,
): ExportJob {
  const ensemble = store.ensembles.show(score.ensembleId)!
  const { members } = scoredMembers(store, ensemble, score.withoutLeaks ?? false)
  const set = store.imageSets.show(score.imageSetId)!
  const { height, width, channels, sha256 } = set.snapshot!
  const file = (artefact: number) => store.artefacts.path(artefact)
  return {
    kind: 'export', directory: request.directory, facts, threads, fit: file(score.files.fit),
    members: members.map((member) => memberFiles(store, member)), scores: file(score.files.scores),
    snapshot: { file: file(store.imageSets.files(set.id)!.snapshot), images: set.images, height, width, channels, sha256 },
  }
}

function factsOf(
  store: Store, score: ScoreRecord, version: string, detectors: DetectorDescription[],
): ModelFacts {
  const ensemble = store.ensembles.show(score.ensembleId)!
  const trainedOn = store.imageSets.show(ensemble.imageSetId)!
  const name = (label: number) => trainedOn.classes[label]
  const { height, width, channels, fit, range, sha256 } = trainedOn.snapshot!
  const { id, name: detectorName, sentence, formula, source } = describedDetector(detectors, score.detector)!
  return {
    name: ensemble.name, version, detector: { id, name: detectorName, sentence, formula, source },
    threshold: score.threshold, classes: ensemble.known.map(name), heldOut: ensemble.heldOut.map(name),
    image: { height, width, channels, fit, range }, members: score.members, latent: ensemble.settings.model.latent,
    metrics: score.metrics, trainedOn: { name: trainedOn.name, images: trainedOn.images, sha256 },
  }
}
