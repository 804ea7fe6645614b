import { ensembleOf } from '../ensemble/ensembleView.ts'
import { imageAt } from './imageSetOf.ts'
import type { EngineParts } from '../parts.ts'
import { procedures } from './procedures.ts'

export function explanationProcedures({ store, explanations }: EngineParts) {
  const { show, maps, differences } = procedures.explanations
  return {
    show: show.handler(({ input: { ensembleId, imageSetId, position }, signal }) => {
      const ensemble = ensembleOf(store, ensembleId)
      const { set } = imageAt(store, imageSetId ?? ensemble.imageSetId, position)
      return explanations.explain(ensemble, set.id, position, signal)
    }),
    maps: maps.handler(({ input, signal }) => explanations.maps(ensembleOf(store, input.ensembleId), signal)),
    differences: differences.handler(({ input, signal }) =>
      explanations.differences(ensembleOf(store, input.ensembleId), signal)),
  }
}
