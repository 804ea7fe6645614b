import { EngineFailure } from '../../contract/errors.ts'
import type { Relabelling, Retrained } from '../../contract/retraining.ts'
import { judgedSet } from '../../jobs/retraining/judgedSet.ts'
import { relabelledVersion } from '../../jobs/retraining/relabelledVersion.ts'
import { createEnsemble, trainEnsemble } from './ensembleProcedures.ts'
import { ensembleOf } from '../ensemble/ensembleView.ts'
import type { EngineParts } from '../parts.ts'
import { procedures } from './procedures.ts'

/** From what was judged to an ensemble that has learned from it. */
export function retrainingProcedures(parts: EngineParts) {
  const { list, plan, start } = procedures.retraining
  return {
    list: list.handler(({ input }) => parts.store.retrainings.of(ensembleOf(parts.store, input.ensembleId).id)),
    plan: plan.handler(async ({ input }) =>
      (await judgedSet(parts.store, ensembleOf(parts.store, input.ensembleId))).relabelling),
    start: start.handler(({ input }) => retrain(parts, input.ensembleId, input.name)),
  }
}

async function retrain(parts: EngineParts, ensembleId: number, name?: string): Promise<Retrained> {
  const { store, announce } = parts
  const before = ensembleOf(store, ensembleId)
  const { set, relabelling } = await judgedSet(store, before)
  refuseUnchanged(relabelling)
  const imageSetId = await relabelledVersion(store, before.imageSetId, set, relabelling)
  announce({ type: 'changed', what: 'imageSets', id: imageSetId })
  const ensemble = createEnsemble(parts, imageSetId, before.settings, name ?? `${before.name}, as judged`)
  store.retrainings.record(ensemble.id, before.id, relabelling)
  return { imageSetId, ensemble, jobId: trainEnsemble(parts, ensemble.id), relabelling }
}

function refuseUnchanged({ relabelled, leaving, joining, tests }: Relabelling): void {
  if (relabelled + leaving + joining > 0) return
  const why = tests > 0 ? ` Only test images were judged (${tests}), and these are kept to measure by.` : ''
  throw new EngineFailure('CONFLICT', `The verdicts change nothing that the ensemble learns from.${why}`,
    'Judge training images: show all images instead of the test images.')
}
