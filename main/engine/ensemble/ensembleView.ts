import type { Ensemble, Member } from '../../contract/ensembles.ts'
import { EngineFailure } from '../../contract/errors.ts'
import type { EnsembleRecord } from '../../store/ensembles.ts'
import type { MemberPlace } from '../../store/members.ts'
import type { Store } from '../../store/openStore.ts'

/** An ensemble as the contract has it; lists leave the curves out. */
export function ensembleView(store: Store, record: EnsembleRecord, withCurves: boolean): Ensemble {
  const classes = store.imageSets.show(record.imageSetId)?.classes ?? []
  const names = (labels: number[]) => labels.map((label) => classes[label])
  const members = store.members.places(record.id).map((place) => memberView(store, place, withCurves))
  return { ...record, known: names(record.known), heldOut: names(record.heldOut), members }
}

/** @throws EngineFailure NOT_FOUND */
export function ensembleOf(store: Store, id: number): EnsembleRecord {
  const ensemble = store.ensembles.show(id)
  if (!ensemble) throw new EngineFailure('NOT_FOUND', `There is no ensemble ${id}.`)
  return ensemble
}

function memberView(store: Store, place: MemberPlace, withCurves: boolean): Member {
  const trained = place.state === 'done' ? store.members.trained(place.key) : undefined
  const { parameters = null, seconds = null, health = null, device = null } = trained ?? {}
  return {
    ...place, parameters, seconds, health, device, curve: withCurves ? store.curves.of(place.key) : [],
  }
}
