import type { Ensemble } from '../../main/contract/ensembles.ts'
import type { RankedImage } from '../../main/contract/scores.ts'
import { t } from '../words/words.ts'

/** What an image's class is to an ensemble. */
export type Role = RankedImage['role']

/** A role is kept as its index here, a byte an image. */
export const roles: Role[] = ['known', 'held-out', 'left out', 'unlabelled']
export const KNOWN = 0
export const HELD_OUT = 1
export const UNLABELLED = 3

export const roleNames: Record<Role, string> = {
  known: t('known'),
  'held-out': t('held out'),
  'left out': t('left out'),
  unlabelled: t('no label'),
}

/** Which classes an ensemble has, by name: a class that its own set does not know is an anomaly to it. */
export type Known = Pick<Ensemble, 'known' | 'heldOut'> & { classes: string[] }

/**
 * The role of each image.
 * @param labels Int32 x images: indices into `classes`, -1 where there is none
 * @param classes of the set that was scored
 * @param ensemble with the classes of the set that it was trained on
 * @returns Uint8 x images: indices into `roles`
 */
export function rolesOf(labels: Int32Array, classes: string[], ensemble: Known): Uint8Array {
  const ofClass = classes.map((name) => roles.indexOf(roleOfClass(name, ensemble)))
  return Uint8Array.from(labels, (label) => ofClass[label] ?? UNLABELLED)
}

export function roleOfClass(name: string, { known, heldOut, classes }: Known): Role {
  if (known.includes(name)) return 'known'
  return heldOut.includes(name) || !classes.includes(name) ? 'held-out' : 'left out'
}
