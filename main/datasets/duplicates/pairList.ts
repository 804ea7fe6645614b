import type { DuplicatePair } from '../importRequest.ts'
import type { NearPair } from './nearPairs.ts'

/**
 * The pairs to be reported, once the splits are known: each exact duplicate with the first of its kind, and
 * each near pair of different pixels. An image that has a twin in another split only by way of those (an
 * exact duplicate of a near one, say) is then paired with such a twin as well: every leaking image has a
 * leaking pair.
 */
export function* listPairs(
  first: Int32Array,
  near: readonly NearPair[],
  splits: Uint8Array,
): Generator<DuplicatePair> {
  const told = new Uint8Array(first.length)
  for (const pair of plainPairs(first, near, splits)) {
    if (pair.leak) told[pair.a] = told[pair.b] = 1
    yield pair
  }
  const twins = new Twins(first, near, splits)
  for (let image = 0; image < first.length; image += 1) {
    const twin = told[image] ? undefined : twins.elsewhere(image)
    if (!twin) continue
    told[image] = told[twin.image] = 1
    yield toPair(image, twin.image, twin.distance, splits)
  }
}

function* plainPairs(
  first: Int32Array,
  near: readonly NearPair[],
  splits: Uint8Array,
): Generator<DuplicatePair> {
  for (let image = 0; image < first.length; image += 1) {
    if (first[image] !== image) yield toPair(first[image], image, 0, splits)
  }
  for (const pair of near) yield toPair(pair.a, pair.b, distanceOf(pair), splits)
}

const SPLITS = 3

/** Finds, for an image, one that is the same or near to it and lies in another split. */
class Twins {
  #first: Int32Array
  #splits: Uint8Array
  /** For each original and split, an image with its pixels there; -1 where there is none. */
  #held: Int32Array
  #near = new Map<number, { original: number; distance: number }[]>()

  constructor(first: Int32Array, near: readonly NearPair[], splits: Uint8Array) {
    this.#first = first
    this.#splits = splits
    this.#held = new Int32Array(first.length * SPLITS).fill(-1)
    first.forEach((original, image) => (this.#held[original * SPLITS + splits[image]] = image))
    for (const pair of near) {
      this.#add(pair.a, pair.b, distanceOf(pair))
      this.#add(pair.b, pair.a, distanceOf(pair))
    }
  }

  elsewhere(image: number): { image: number; distance: number } | undefined {
    const original = this.#first[image]
    for (const kin of [{ original, distance: 0 }, ...(this.#near.get(original) ?? [])]) {
      for (let split = 0; split < SPLITS; split += 1) {
        const twin = this.#held[kin.original * SPLITS + split]
        if (twin >= 0 && split !== this.#splits[image]) return { image: twin, distance: kin.distance }
      }
    }
    return undefined
  }

  #add(original: number, other: number, distance: number): void {
    const known = this.#near.get(original)
    if (known) known.push({ original: other, distance })
    else this.#near.set(original, [{ original: other, distance }])
  }
}

function distanceOf({ correlation }: NearPair): number {
  return Math.max(0.0001, Number((1 - correlation).toFixed(4)))
}

function toPair(one: number, other: number, distance: number, splits: Uint8Array): DuplicatePair {
  const [a, b] = [Math.min(one, other), Math.max(one, other)]
  return { a, b, kind: distance === 0 ? 'exact' : 'near', distance, leak: splits[a] !== splits[b] }
}
