import { createHash } from 'node:crypto'
import type { EnsembleSettings } from '../contract/settings.ts'
import { canonicalJson } from './canonicalJson.ts'
import type { RuntimeIdentity } from './job.ts'

/** Raised whenever the same settings, images and seed give other weights than before. */
export const weightsVersion = 1

/** Everything that decides a member's weights. */
export interface MemberIngredients {
  /** SHA-256 of the pixels, of the labels' file and of the splits' file. */
  snapshot: string; labels: string; splits: string
  /** The labels of the known classes, in order. */
  known: number[]
  settings: EnsembleSettings
  index: number
  runtime: RuntimeIdentity
  threads: number
}

/**
 * The member's name: SHA-256 over all that decides its weights, so that none is trained twice. How many
 * members there are does not count, nor what the classes are called.
 */
export function memberKey({ settings, ...rest }: MemberIngredients): string {
  const { seed, order, model, objective, training } = settings
  const deciding = { ...rest, seed, order, model, objective, training, weightsVersion }
  return createHash('sha256').update(canonicalJson(deciding)).digest('hex')
}
