import { trainingCost } from '../../jobs/training/trainingCost.ts'
import { ensembleOf } from '../ensemble/ensembleView.ts'
import { imageSetOf, refuseUnready } from './imageSetOf.ts'
import type { EngineParts } from '../parts.ts'
import { procedures } from './procedures.ts'

export function trainingProcedures(parts: EngineParts) {
  const { cost, log } = procedures.training
  return {
    cost: cost.handler(({ input, signal }) => {
      const set = imageSetOf(parts.store, input.imageSetId)
      refuseUnready(set)
      return trainingCost(parts, set, input.settings, signal)
    }),
    log: log.handler(({ input }) => parts.store.trainingLog.of(ensembleOf(parts.store, input.ensembleId).id)),
  }
}
