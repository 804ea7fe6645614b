import type { Split, SplitSettings } from './importRequest.ts'
import { movableUnits } from './splitUnits.ts'
import type { Unit } from './splitUnits.ts'

export const DEFAULT_SPLIT: SplitSettings = { validation: 0.1, test: 0.2, seed: 1 }

/** Splits as numbers, as they lie in columns. */
export const SPLITS: readonly Split[] = ['train', 'validation', 'test']
export const TRAIN = 0
export const VALIDATION = 1
export const TEST = 2
export const NO_SPLIT = 255

/** The images to be divided; everything in the order of the snapshot. */
export interface ToSplit {
  /** -1 where an image has no class. */
  labels: Int32Array
  /** The source's own splits; `NO_SPLIT` where it gives none. */
  given: Uint8Array
  /** Numbered from 0. */
  groups: Int32Array
  /** SHA-256 of each image, 32 bytes each. */
  hashes: Uint8Array
}

interface Fractions {
  validation: number
  test: number
}

/**
 * A split for each image. Given splits stay, except that a validation (or test) split that the source lacks
 * is taken from its train images. What is taken is stratified by class, never divides a group, and depends on
 * (seed, content) only: it stays nearly the same when images are added. Images without a class are test.
 */
export function splitImages(images: ToSplit, settings: SplitSettings): Uint8Array {
  const splits = images.given.map((split, i) => (split === NO_SPLIT && images.labels[i] < 0 ? TEST : split))
  const fractions = missingFractions(images.given, settings)
  followGivenMembers(splits, images.groups)
  const movable = (image: number) => splits[image] === NO_SPLIT || splits[image] === TRAIN
  const { order, byClass } = movableUnits(images, movable, settings.seed)
  for (const units of byClass) assign(splits, order, units, fractions)
  return splits
}

/** Which splits are to be made, as fractions of what may be divided. */
function missingFractions(given: Uint8Array, settings: SplitSettings): Fractions {
  if (given.every((split) => split === NO_SPLIT)) return settings
  const rest = 1 - settings.test
  return {
    validation: given.includes(VALIDATION) ? 0 : settings.validation / (given.includes(TEST) ? rest || 1 : 1),
    test: given.includes(TEST) ? 0 : settings.test,
  }
}

/** An image without a split that nearly equals one with a split goes where that one is: train first. */
function followGivenMembers(splits: Uint8Array, groups: Int32Array): void {
  const known = new Uint8Array(groups.length).fill(NO_SPLIT)
  groups.forEach((group, i) => (known[group] = Math.min(known[group], splits[i])))
  groups.forEach((group, i) => {
    if (splits[i] === NO_SPLIT) splits[i] = known[group]
  })
}

/** Fills test, then validation, from the front; at least one unit of a class always remains in train. */
function assign(splits: Uint8Array, order: Uint32Array, units: Unit[], fractions: Fractions): void {
  const images = units.reduce((sum, { from, to }) => sum + to - from, 0)
  const wanted = [
    { split: TEST, left: Math.round(images * fractions.test) },
    { split: VALIDATION, left: Math.round(images * fractions.validation) },
  ]
  let remaining = images
  for (const { from, to } of units) {
    const place = wanted.find(({ left }) => left >= to - from && remaining > to - from)
    if (place) place.left -= to - from
    remaining -= to - from
    for (const image of order.subarray(from, to)) splits[image] = place?.split ?? TRAIN
  }
}
