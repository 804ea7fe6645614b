import type { NearPair } from './nearPairs.ts'

/**
 * Groups without chaining: each group has one image that all its others are near to. Images with the most
 * near ones are served first, so that few near pairs fall between groups; ties by position.
 * `first`: for each image the first with the same pixels; those share a group in any case.
 * Returns for each image the number of its group, counted in the order of appearance.
 */
export function starGroups(first: Int32Array, pairs: readonly NearPair[]): Int32Array {
  const neighbours = neighbourLists(pairs)
  const centre = new Int32Array(first.length).fill(-1)
  const byDegree = [...neighbours.keys()].sort(
    (a, b) => neighbours.get(b)!.length - neighbours.get(a)!.length || a - b,
  )
  for (const image of byDegree) {
    if (centre[image] >= 0) continue
    centre[image] = image
    for (const other of neighbours.get(image)!) if (centre[other] < 0) centre[other] = image
  }
  return numbered(first.map((original) => (centre[original] >= 0 ? centre[original] : original)))
}

function neighbourLists(pairs: readonly NearPair[]): Map<number, number[]> {
  const lists = new Map<number, number[]>()
  const add = (image: number, other: number) => {
    const list = lists.get(image)
    if (list) list.push(other)
    else lists.set(image, [other])
  }
  for (const { a, b } of pairs) {
    add(a, b)
    add(b, a)
  }
  return lists
}

function numbered(centres: Int32Array): Int32Array {
  const numbers = new Int32Array(centres.length).fill(-1)
  let groups = 0
  return centres.map((centre) => {
    if (numbers[centre] < 0) numbers[centre] = groups++
    return numbers[centre]
  })
}
