import type { DuplicatePair } from '../importRequest.ts'
import type { NearPair } from './nearPairs.ts'

/**
 * The pairs to be reported, once the splits are known: each exact duplicate with the first of its kind, each near
 * pair of different pixels. An image that has a twin in another split only by way of those is paired with such a
 * twin as well, so that every leaking image has a leaking pair.
 */
export function* listPairs(
  first: Int32Array, near: readonly NearPair[], splits: Uint8Array,
): Generator<DuplicatePair> {
  const kin = exactKin(first)
  for (const [original, equal] of kin) {
    for (const image of equal.slice(1)) yield pair(original, image, 'exact', 0, splits)
    yield* witnesses(equal, equal, original, 0, splits)
  }
  for (const { a, b, correlation } of near) {
    const distance = Number((1 - correlation).toFixed(4))
    const [as, bs] = [kin.get(a) ?? [a], kin.get(b) ?? [b]]
    yield pair(a, b, 'near', distance, splits)
    if (as.length + bs.length > 2) yield* witnesses(as, bs, b, distance, splits, a)
  }
}

/** Images with the same pixels, by the first of them. */
function exactKin(first: Int32Array): Map<number, number[]> {
  const kin = new Map<number, number[]>()
  first.forEach((original, image) => {
    if (original === image) return
    const known = kin.get(original)
    if (known) known.push(image)
    else kin.set(original, [original, image])
  })
  return kin
}

/** For each of `these` that its counterpart in `those` does not betray already, one of another split. */
function* witnesses(
  these: number[], those: number[], counterpart: number, distance: number, splits: Uint8Array, self?: number,
): Generator<DuplicatePair> {
  for (const image of these) {
    if (image === self || image === counterpart) continue
    const other = those.find((candidate) => splits[candidate] !== splits[image])
    const told = self === undefined && splits[counterpart] !== splits[image]
    if (other !== undefined && !told) yield pair(image, other, distance === 0 ? 'exact' : 'near', distance, splits)
  }
  if (self === undefined) return
  for (const image of those) {
    const other = these.find((candidate) => splits[candidate] !== splits[image])
    if (image !== counterpart && other !== undefined) yield pair(image, other, 'near', distance, splits)
  }
}

function pair(a: number, b: number, kind: 'exact' | 'near', distance: number, splits: Uint8Array): DuplicatePair {
  return { a: Math.min(a, b), b: Math.max(a, b), kind, distance, leak: splits[a] !== splits[b] }
}
