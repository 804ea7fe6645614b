import { createHash } from 'node:crypto'
import { EngineFailure } from '../../contract/errors.ts'
import type { EnsembleRecord } from '../../store/ensembles.ts'
import type { TrainedMember } from '../../store/members.ts'
import type { Store } from '../../store/openStore.ts'
import type { MemberFiles } from '../../workers/messages.ts'
import { canonicalJson } from '../canonicalJson.ts'

/** Raised whenever a detector gives other scores from the same members than before. */
export const scoresVersion = 1

/** The members of an ensemble that are done, in order, and a hash that names just these. */
export interface ScoredMembers { members: (TrainedMember & { index: number })[]; hash: string }

/**
 * @param withoutLeaks scores without the images that leak are others, as their metrics are
 * @throws EngineFailure CONFLICT where none is done
 */
export function scoredMembers(
  store: Store, { id, name }: EnsembleRecord, withoutLeaks: boolean,
): ScoredMembers {
  const done = store.members.places(id).filter(({ state }) => state === 'done')
  if (done.length === 0) {
    throw new EngineFailure(
      'CONFLICT', `The ensemble "${name}" has no trained member yet.`, 'Train it first.',
    )
  }
  const members = done.map(({ key, index }) => ({ ...store.members.trained(key)!, index }))
  const named = canonicalJson({
    keys: done.map(({ key }) => key), scoresVersion, ...(withoutLeaks && { withoutLeaks }),
  })
  return { members, hash: createHash('sha256').update(named).digest('hex') }
}

/** A trained member as a worker reads it. */
export function memberFiles(
  { artefacts }: Store, { key, index, weights, description }: ScoredMembers['members'][number],
): MemberFiles {
  return { key, index, weights: artefacts.path(weights), description: artefacts.path(description) }
}
