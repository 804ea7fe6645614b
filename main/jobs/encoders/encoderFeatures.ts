import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import { planThreads } from '../../compute/threads.ts'
import { detectorName } from '../../contract/detectorNames.ts'
import type { EncoderDescription } from '../../contract/encoders.ts'
import { EngineFailure } from '../../contract/errors.ts'
import type { ScoreProgress } from '../../contract/jobs.ts'
import type { EncoderRecord } from '../../store/encoders.ts'
import type { Store } from '../../store/openStore.ts'
import type { EncoderFeatures, FeaturesJob } from '../../workers/messages.ts'
import type { JobRun, Outcome } from '../queue/job.ts'

/** The encoders that some detectors name, each once. @throws EngineFailure NOT_FOUND */
export function encodersOf(store: Store, detectors: string[]): EncoderRecord[] {
  const names = new Set(detectors.map((one) => detectorName(one).encoder).filter((name) => name !== null))
  return [...names].map((name) => {
    const encoder = store.encoders.named(name)
    if (!encoder) throw new EngineFailure('NOT_FOUND', `There is no encoder "${name}".`, 'Add it with "lacuna encoder add".')
    return encoder
  })
}

/**
 * Has an image set encoded by each encoder that the detectors name, as far as that was not done before.
 * @returns what interrupted it
 */
export async function completeFeatures(
  run: JobRun<'score'>, imageSetId: number, detectors: string[], directory: string,
): Promise<Outcome | null> {
  const snapshot = run.store.imageSets.files(imageSetId)!.snapshot
  for (const encoder of encodersOf(run.store, detectors)) {
    if (run.store.encoders.features(encoder.id, snapshot) !== undefined) continue
    await mkdir(directory, { recursive: true })
    const job = featuresJob(run, imageSetId, encoder, path.join(directory, `${encoder.id}-features.f32`))
    const end = await run.work(job, {
      threads: job.threads,
      onProgress: (progress) => run.progress({ kind: 'score', ...progress } as ScoreProgress),
    }, `encoder-${encoder.id}`)
    if (end.type === 'failed') return { state: 'failed', error: end.failure }
    if (end.type !== 'done') return { state: end.type }
    await run.store.artefacts.keep({ features: { file: job.target, kind: 'features' } }, ({ features }) =>
      run.store.encoders.putFeatures(encoder.id, snapshot, features))
  }
  return null
}

function featuresJob({ store, cores }: JobRun<'score'>, imageSetId: number, encoder: EncoderRecord, target: string): FeaturesJob {
  const set = store.imageSets.show(imageSetId)!
  const { height, width, channels, sha256 } = set.snapshot!
  const file = store.artefacts.path(store.imageSets.files(imageSetId)!.snapshot)
  return {
    kind: 'features', threads: planThreads(cores, 1), target,
    snapshot: { file, images: set.images, height, width, channels, sha256 },
    encoder: { name: encoder.name, model: store.artefacts.path(encoder.model), description: descriptionOf(encoder) },
  }
}

function descriptionOf({ input, output, mean, std }: EncoderRecord): EncoderDescription {
  return { input, output, mean, std }
}

/** The features that the detectors read, as files by their encoders' names. */
export function featureFiles(store: Store, snapshot: number, detectors: string[]): Record<string, EncoderFeatures> {
  return Object.fromEntries(encodersOf(store, detectors).map(({ id, name, output }) =>
    [name, { file: store.artefacts.path(store.encoders.features(id, snapshot)!), width: output.width }]))
}
