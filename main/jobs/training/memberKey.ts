import { createHash } from 'node:crypto'
import type { EnsembleSettings } from '../../contract/settings.ts'
import { canonicalJson } from '../canonicalJson.ts'
import type { RuntimeIdentity } from '../queue/job.ts'

/** Raised whenever the same settings, images and seed give other weights than before. */
export const weightsVersion = 1

/** Everything that decides a member's weights. The device is told by its runtime. */
export interface MemberIngredients {
  /** SHA-256 of the pixels, of the labels' file and of the splits' file. */
  snapshot: string; labels: string; splits: string
  /** SHA-256 of the groups of near-duplicates, which no fold divides; only where there are folds. */
  groups?: string
  /** The labels of the known classes, in order. */
  known: number[]
  settings: EnsembleSettings
  index: number
  runtime: RuntimeIdentity
  threads: number
}

/**
 * The member's name: SHA-256 over all that decides its weights, so that none is trained twice. How many
 * members there are does not count, nor what the classes are called. A member of a run without folds has the key that it
 * had before there were folds.
 */
export function memberKey({ settings, ...rest }: MemberIngredients): string {
  const { seed, order, model, objective, training: { folds, ...training } } = settings
  const trained = { ...training, ...(folds !== null && { folds }) }
  const deciding = { ...rest, seed, order, model, objective, training: trained, weightsVersion }
  return createHash('sha256').update(canonicalJson(deciding)).digest('hex')
}
