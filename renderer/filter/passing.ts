import { type Filter, type FilterPart, noFilter, partsOf } from './filter.ts'

/** What a filter looks at: arrays are in the order of the set's images. */
export interface Filtered {
  scores: Float32Array
  /** -1 where an image has none, as `nearest`. */
  labels: Int32Array
  nearest: Int16Array
  role: Uint8Array
  verdicts: Uint8Array
  /** Above it images are flagged. */
  threshold: number
  /** 1 where an image has one of the wanted tags; null while none are wanted. */
  tagged: Uint8Array | null
  /** 1 where the path has the wanted text; null while it is not known. */
  onPath: Uint8Array | null
}

/** One byte an image: 1 where it meets every part of the filter. One pass over the images, without objects. */
export function passing(filter: Filter, images: Filtered): Uint8Array {
  const { scores, labels, nearest, role, verdicts, threshold } = images
  const [classes, roles, nearests, kinds] =
    [filter.classes, filter.roles, filter.nearest, filter.verdicts].map(lookUp)
  const tagged = filter.tags && images.tagged
  const onPath = filter.path !== null ? images.onPath : null
  const [from, to] = filter.scores ?? [-Infinity, Infinity]
  const passes = new Uint8Array(scores.length)
  for (let i = 0; i < passes.length; i++) {
    if (classes && !classes[labels[i] + 1]) continue
    if (roles && !roles[role[i] + 1]) continue
    if (nearests && !nearests[nearest[i] + 1]) continue
    if (kinds && !kinds[verdicts[i] + 1]) continue
    if (filter.flagged !== null && scores[i] > threshold !== filter.flagged) continue
    if (filter.scores && !(scores[i] >= from && scores[i] <= to)) continue
    if (tagged && !tagged[i]) continue
    if (onPath && !onPath[i]) continue
    passes[i] = 1
  }
  return passes
}

/** By an index plus one, so that -1 has a place. */
function lookUp(wanted: number[] | null): Uint8Array | null {
  if (wanted === null) return null
  const table = new Uint8Array(Math.max(0, ...wanted) + 2)
  for (const index of wanted) table[index + 1] = 1
  return table
}

/**
 * The parts of a filter that let none of some images through: those each of which does so by itself, else those
 * without any of which there would be some, else all of them together.
 */
export function emptying(filter: Filter, images: Filtered, positions: Uint32Array): FilterPart[] {
  const parts = partsOf(filter)
  const none = (tried: Filter) => {
    const passes = passing(tried, images)
    return positions.every((position) => passes[position] === 0)
  }
  const alone = parts.filter((part) => none({ ...noFilter, [part]: filter[part] }))
  if (alone.length > 0) return alone
  const without = parts.filter((part) => !none({ ...filter, [part]: null }))
  return without.length > 0 ? without : parts
}
