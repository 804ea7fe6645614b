import { EngineFailure } from '../../contract/errors.ts'
import { judgedLabels } from '../../jobs/labelsJob.ts'
import { scoredMembers } from '../../jobs/scoring/scoredMembers.ts'
import type { EnsembleRecord } from '../../store/ensembles.ts'
import type { LabelRecord } from '../../store/labelScores.ts'
import type { Store } from '../../store/openStore.ts'
import { ensembleOf } from '../ensemble/ensembleView.ts'
import { LabelLists } from '../ensemble/labelLists.ts'
import type { EngineParts } from '../parts.ts'
import { procedures } from './procedures.ts'

export function labelProcedures(parts: EngineParts) {
  const { store } = parts
  const { compute, show, list } = procedures.labels
  const lists = new LabelLists(store)
  return {
    compute: compute.handler(({ input }) => ({ jobId: judgeLabels(parts, input.ensembleId) })),
    show: show.handler(({ input }) => {
      const { ensembleId, created, members, images, issues, strangers, rules } = recordOf(store, input.ensembleId)
      return { ensembleId, created, members, images, issues, strangers, rules }
    }),
    list: list.handler(({ input: { ensembleId, offset, limit } }) =>
      lists.page(recordOf(store, ensembleId), ensembleOf(store, ensembleId), offset, limit)),
  }
}

function judgeLabels({ store, queue }: EngineParts, ensembleId: number): number {
  const ensemble = ensembleOf(store, ensembleId)
  refuseUnfit(ensemble)
  scoredMembers(store, ensemble, false)
  const { imageSetId, projectId, name } = ensemble
  const request = { ensembleId, imageSetId, detectors: [], withoutLeaks: false, labels: true }
  return queue.submit({ kind: 'score', projectId, title: `Labels of ${name}`, request }).id
}

function refuseUnfit({ name, known, settings: { model, training } }: EnsembleRecord): void {
  if (training.folds === null) {
    throw new EngineFailure(
      'BAD_INPUT', `Every member of "${name}" learned from all training images, so none can judge their labels.`,
      'Train an ensemble with folds, as "lacuna labels" does.',
    )
  }
  if (known.length >= 2 && model.kind !== 'vae') return
  throw new EngineFailure(
    'BAD_INPUT', `The members of "${name}" tell no classes apart, so they cannot judge labels.`,
    'Train class-latent VAEs or classifiers on at least two classes.',
  )
}

function recordOf(store: Store, ensembleId: number): LabelRecord {
  const ensemble = ensembleOf(store, ensembleId)
  const record = judgedLabels(store, ensemble)
  if (record) return record
  throw new EngineFailure('NOT_FOUND', `The labels of "${ensemble.name}" were not judged yet.`, 'Judge them first.')
}
