import { hash } from 'node:crypto'
import type { Split, SplitSettings } from './importRequest.ts'

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
  groups: Int32Array
  /** SHA-256 of each image, 32 bytes each. */
  hashes: Uint8Array
}

/**
 * A split for each image. Given splits stay, except that a validation (or test) split that the source lacks is
 * taken from its train images. What is taken is stratified by class, never divides a group, and depends on
 * (seed, content) only: it stays nearly the same when images are added. Images without a class are test.
 */
export function splitImages(images: ToSplit, settings: SplitSettings): Uint8Array {
  const splits = images.given.map((split, i) => (split === NO_SPLIT && images.labels[i] < 0 ? TEST : split))
  const fractions = missingFractions(images.given, settings)
  followGivenMembers(splits, images.groups)
  for (const units of unitsByClass(images, splits)) assign(splits, shuffled(units, images, settings.seed), fractions)
  return splits
}

/** Which splits are to be made, as fractions of what may be divided. */
function missingFractions(given: Uint8Array, settings: SplitSettings): { validation: number; test: number } {
  if (given.every((split) => split === NO_SPLIT)) return settings
  const rest = 1 - settings.test
  return {
    validation: given.includes(VALIDATION) ? 0 : settings.validation / (given.includes(TEST) ? rest || 1 : 1),
    test: given.includes(TEST) ? 0 : settings.test,
  }
}

/** An image without a split that nearly equals one with a split goes where that one is: train first. */
function followGivenMembers(splits: Uint8Array, groups: Int32Array): void {
  const known = new Map<number, number>()
  groups.forEach((group, i) => {
    if (splits[i] !== NO_SPLIT) known.set(group, Math.min(splits[i], known.get(group) ?? NO_SPLIT))
  })
  groups.forEach((group, i) => {
    if (splits[i] === NO_SPLIT) splits[i] = known.get(group) ?? NO_SPLIT
  })
}

/** The groups that may move as a whole, for each class: all their images are train or nowhere yet. */
function unitsByClass(images: ToSplit, splits: Uint8Array): number[][][] {
  const groups = gathered(images.groups.keys(), (i) => images.groups[i])
  const movable = groups.filter((members) => members.every((i) => splits[i] === NO_SPLIT || splits[i] === TRAIN))
  return gathered(movable, (members) => images.labels[members[0]])
}

function gathered<T>(items: Iterable<T>, keyOf: (item: T) => number): T[][] {
  const lists = new Map<number, T[]>()
  for (const item of items) {
    const list = lists.get(keyOf(item))
    if (list) list.push(item)
    else lists.set(keyOf(item), [item])
  }
  return [...lists.values()]
}

function shuffled(units: number[][], images: ToSplit, seed: number): number[][] {
  return units
    .map((members) => ({ members, key: hash('sha256', `${seed}/${smallestHash(members, images.hashes)}`) }))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .map(({ members }) => members)
}

function smallestHash(members: number[], hashes: Uint8Array): string {
  const texts = members.map((i) => Buffer.from(hashes.buffer, hashes.byteOffset + 32 * i, 32).toString('hex'))
  return texts.reduce((a, b) => (a < b ? a : b))
}

/** Fills test, then validation, from the front; at least one image of a class always remains in train. */
function assign(splits: Uint8Array, units: number[][], fractions: { validation: number; test: number }): void {
  const images = units.reduce((sum, members) => sum + members.length, 0)
  const wanted = [
    { split: TEST, left: Math.round(images * fractions.test) },
    { split: VALIDATION, left: Math.round(images * fractions.validation) },
  ]
  let remaining = images
  for (const members of units) {
    const place = wanted.find(({ left }) => left >= members.length && remaining > members.length)
    if (place) place.left -= members.length
    remaining -= members.length
    for (const i of members) splits[i] = place?.split ?? TRAIN
  }
}
