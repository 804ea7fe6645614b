import type { Entries } from '../verdicts/entries.ts'
import type { ScoredImages } from './scoredImages.ts'

/** What a list of images is sorted by. */
export type SortBy = 'score' | 'class' | 'nearest' | 'judged' | 'position'

/** Names rise and numbers of interest fall, as long as nobody turns them round. */
export const sorts: { value: SortBy; label: string; falls: boolean }[] = [
  { value: 'score', label: 'Score', falls: true },
  { value: 'class', label: 'Class', falls: false },
  { value: 'nearest', label: 'Nearest class', falls: false },
  { value: 'judged', label: 'Time of verdict', falls: true },
  { value: 'position', label: 'Order in the set', falls: false },
]

/**
 * Ranked positions sorted by something else; among equals the ranking holds. Images without a value come last, whichever
 * way the rest goes.
 * @param ranking from the highest score to the lowest
 */
export function sorted(
  ranking: Uint32Array, by: SortBy, falls: boolean, images: ScoredImages, entries: Entries,
): Uint32Array {
  if (by === 'score') return falls ? ranking : ranking.toReversed()
  const keys = sortKeys(by, images, entries)
  const places = new Uint32Array(keys.length)
  ranking.forEach((position, i) => (places[position] = i))
  const way = falls ? -1 : 1
  return ranking.toSorted((a, b) => {
    const [of, other] = [keys[a], keys[b]]
    if (of === other) return places[a] - places[b]
    if (of === -1 || other === -1) return of === -1 ? 1 : -1
    return of < other ? -way : way
  })
}

/** One number an image; -1 where there is nothing to sort by. */
function sortKeys(by: Exclude<SortBy, 'score'>, images: ScoredImages, entries: Entries): ArrayLike<number> {
  switch (by) {
    case 'class':
      return byName(images.labels, images.set.classes)
    case 'nearest':
      return byName(images.nearest, images.trainedClasses)
    case 'position':
      return Uint32Array.from(images.scores.keys())
    case 'judged':
      return Float64Array.from(images.scores.keys(), (position) => Date.parse(entries.get(position)?.judged ?? '') || -1)
  }
}

function byName(labels: Int32Array | Int16Array, names: string[]): Int32Array {
  const places = new Map(names.toSorted((a, b) => a.localeCompare(b, undefined, { numeric: true })).map((name, i) => [name, i]))
  const ofLabel = names.map((name) => places.get(name)!)
  return Int32Array.from(labels, (label) => ofLabel[label] ?? -1)
}
