import { detectorName } from '../../contract/detectorNames.ts'
import { EngineFailure } from '../../contract/errors.ts'
import { ensembleOf } from '../ensemble/ensembleView.ts'
import type { EngineParts } from '../parts.ts'
import { procedures } from './procedures.ts'

export function memberProcedures(parts: EngineParts) {
  const comparisons = parts.memberComparisons
  return {
    compare: procedures.members.compare.handler(({ input }) => {
      const ensemble = ensembleOf(parts.store, input.ensembleId)
      refuseUnknown(parts, input.detector)
      return comparisons.of(ensemble, input.detector)
    }),
  }
}

/** Scores from elsewhere and those that read an encoder know no members. */
function refuseUnknown({ detectors }: EngineParts, wanted: string): void {
  const { id, encoder } = detectorName(wanted)
  if (encoder === null && detectors.some((one) => one.id === id && !one.needsEncoder)) return
  throw new EngineFailure(
    'BAD_INPUT', `"${wanted}" does not read the ensemble's members, so there is nothing to compare.`,
    'Take one of the detectors that read members.',
  )
}
