import { EngineFailure } from '../../contract/errors.ts'
import type { ImageSet } from '../../contract/imageSets.ts'
import type { EnsembleSettings } from '../../contract/settings.ts'

/** Classes by their index in the image set. */
export interface ClassRoles { known: number[]; heldOut: number[] }

/**
 * Which classes an ensemble learns and which are anomalies. A class without any training image cannot be
 * learnt, so it is held out without being named (as in MVTec's sets, whose defects are test images only).
 * @throws EngineFailure BAD_INPUT where a name is unknown, or where no class is left to learn
 */
export function classRoles(
  set: ImageSet, settings: Pick<EnsembleSettings, 'heldOut' | 'leftOut'>,
): ClassRoles {
  refuseUnknown(set, settings.heldOut, 'held out')
  refuseUnknown(set, settings.leftOut, 'left out')
  const both = settings.heldOut.filter((name) => settings.leftOut.includes(name))
  if (both.length > 0)
    throw new EngineFailure('BAD_INPUT', `${quoted(both)} cannot be both held out and left out.`)
  const learnable = (label: number) =>
    set.byClass[label].train > 0 && !settings.heldOut.includes(set.classes[label])
  const kept = set.classes
    .map((_, label) => label)
    .filter((label) => !settings.leftOut.includes(set.classes[label]))
  const roles = { known: kept.filter(learnable), heldOut: kept.filter((label) => !learnable(label)) }
  if (roles.known.length === 0) throw nothingKnown(set)
  return roles
}

function refuseUnknown(set: ImageSet, names: string[], role: string): void {
  const unknown = names.filter((name) => !set.classes.includes(name))
  if (unknown.length === 0) return
  const there =
    set.classes.length > 0 ? `Its classes are ${quoted(set.classes)}.` : 'Its images have no classes.'
  throw new EngineFailure(
    'BAD_INPUT', `${quoted(unknown)} cannot be ${role}: "${set.name}" has no such class.`, there,
  )
}

function nothingKnown(set: ImageSet): EngineFailure {
  if (set.classes.length === 0) {
    return new EngineFailure(
      'BAD_INPUT', `Nothing can be trained on "${set.name}": its images have no classes.`,
      'Put the images of each class into a folder of its own, and import the folder above them.',
    )
  }
  return new EngineFailure('BAD_INPUT', `No class of "${set.name}" is left to learn from.`,
    `Hold out or leave out fewer; its classes are ${quoted(set.classes)}.`)
}

function quoted(names: string[]): string {
  return names.map((name) => `"${name}"`).join(', ')
}
