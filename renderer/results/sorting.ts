import type { Entries } from '../verdicts/entries.ts'

/** What a list of images is sorted by. */
export type SortBy = 'score' | 'class' | 'nearest' | 'judged' | 'position'

/** What it is looked up in: arrays are in the order of the set's images. */
export interface Sortable {
  scores: Float32Array
  /** -1 where an image has none, as `nearest`. */
  labels: Int32Array
  nearest: Int16Array
  set: { classes: string[] }
  trainedClasses: string[]
}

/**
 * Ranked positions sorted by something else; among equals the ranking holds. Images without a value come last, whichever
 * way the rest goes.
 * @param ranking from the highest score to the lowest
 */
export function sorted(
  ranking: Uint32Array, by: SortBy, falls: boolean, images: Sortable, entries: Entries,
): Uint32Array {
  switch (by) {
    case 'score':
      return falls ? ranking : ranking.toReversed()
    case 'position':
      return falls ? ranking.toSorted().reverse() : ranking.toSorted()
    case 'class':
      return inBuckets(ranking, byName(images.labels, images.set.classes), falls)
    case 'nearest':
      return inBuckets(ranking, byName(images.nearest, images.trainedClasses), falls)
    case 'judged':
      return byTime(ranking, falls, entries)
  }
}

/** The place of each image's name among all names, as people order them; -1 where it has none. */
function byName(labels: Int32Array | Int16Array, names: string[]): Int32Array {
  const inOrder = names.toSorted((a, b) => a.localeCompare(b, undefined, { numeric: true }))
  const places = new Map(inOrder.map((name, i) => [name, i]))
  const ofLabel = names.map((name) => places.get(name)!)
  return Int32Array.from(labels, (label) => ofLabel[label] ?? -1)
}

/** One pass to count, one to lay down: keys are few, and images many. */
function inBuckets(ranking: Uint32Array, keys: Int32Array, falls: boolean): Uint32Array {
  const buckets = keys.reduce((most, key) => Math.max(most, key), 0) + 2
  const bucketOf = (position: number) => {
    const key = keys[position]
    return key === -1 ? buckets - 1 : falls ? buckets - 2 - key : key
  }
  const next = new Uint32Array(buckets + 1)
  for (const position of ranking) next[bucketOf(position) + 1]++
  for (let i = 1; i <= buckets; i++) next[i] += next[i - 1]
  const order = new Uint32Array(ranking.length)
  for (const position of ranking) order[next[bucketOf(position)]++] = position
  return order
}

function byTime(ranking: Uint32Array, falls: boolean, entries: Entries): Uint32Array {
  const times = new Map([...entries].map(([position, { judged }]) => [position, Date.parse(judged)]))
  const way = falls ? -1 : 1
  const judged = ranking.filter((position) => times.has(position))
    .sort((a, b) => way * (times.get(a)! - times.get(b)!))
  const order = new Uint32Array(ranking.length)
  order.set(judged)
  order.set(ranking.filter((position) => !times.has(position)), judged.length)
  return order
}
