import { describedDetector, detectorName } from '../../contract/detectorNames.ts'
import type { DetectorDescription } from '../../contract/scores.ts'
import { environmentOf } from '../../jobs/queue/environment.ts'
import type { Shop } from '../../jobs/queue/job.ts'
import type { Store } from '../../store/openStore.ts'
import type { ScoreRecord } from '../../store/scores.ts'
import { ensembleView } from '../ensemble/ensembleView.ts'
import { version } from '../version.ts'

/**
 * Everything that a reader needs to believe a score and to get it again: settings, seeds, versions, machine,
 * figures.
 */
export function reportSummary(
  shop: Pick<Shop, 'store' | 'cores' | 'runtime'>, detectors: DetectorDescription[],
): (score: ScoreRecord) => Record<string, unknown> {
  return (score) => {
    const { store } = shop
    const { tensorflow, node, ...machine } = environmentOf(shop)
    const record = store.ensembles.show(score.ensembleId)!
    const imageSet = store.imageSets.show(score.imageSetId)
    const trainedOn =
      record.imageSetId === score.imageSetId ? undefined : store.imageSets.show(record.imageSetId)
    return {
      version,
      created: new Date().toISOString(),
      project: store.projects.show(record.projectId)?.name,
      auroc: score.metrics?.auroc ?? null,
      detector: score.detector,
      threshold: score.threshold.value,
      flagged: score.flagged,
      images: score.images,
      seconds: trainingSeconds(store, record.id),
      imageSet,
      trainedOn,
      ensemble: ensembleView(store, record, true),
      score: { ...score, membersHash: undefined, files: undefined },
      detectorDescription: describedDetector(detectors, score.detector),
      encoder: encoderOf(store, score.detector),
      runtime: { tensorflow, node }, machine,
    }
  }
}

/** What a detector that reads an encoder's features rests on. */
function encoderOf(store: Store, detector: string): object | undefined {
  const { encoder } = detectorName(detector)
  const record = encoder === null ? undefined : store.encoders.named(encoder)
  return record && { ...record, model: undefined }
}

function trainingSeconds(store: Store, ensembleId: number): number {
  const trained = store.members.places(ensembleId).map(({ key }) => store.members.trained(key)?.seconds ?? 0)
  return trained.reduce((sum, seconds) => sum + seconds, 0)
}
