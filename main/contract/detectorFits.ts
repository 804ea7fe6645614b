import type { Ensemble } from './ensembles.ts'
import type { DetectorDescription } from './scores.ts'

type Scored = Pick<Ensemble, 'known' | 'settings' | 'members'>

/** Whether a detector understands an ensemble's members, and has as many of them and of known classes as it needs. */
export function detectorFits(
  { models, fewestClasses, fewestMembers = 1 }: DetectorDescription, { known, settings, members }: Scored,
): boolean {
  const trained = members.filter(({ state }) => state === 'done').length
  return models.includes(settings.model.kind) && fewestClasses <= known.length && fewestMembers <= trained
}

/** Those that an ensemble is scored with unasked, the default first: not those that read pixels, or need an encoder. */
export function usualDetectors(all: readonly DetectorDescription[], ensemble: Scored): string[] {
  const usual = all.filter((one) => one.reads !== 'pixels' && !one.needsEncoder && detectorFits(one, ensemble))
  return usual.map(({ id }) => id)
}
