import { type Aligned, Counted } from './aligned.ts'

/** Two columns by their indices. */
export type Pair = [first: number, second: number]

/** What two thresholds say of an image. */
export const quadrants = ['second', 'both', 'neither', 'first'] as const
export type Quadrant = (typeof quadrants)[number]

/** How many images of each kind lie in a quadrant. */
export interface QuadrantCount { normals: number; anomalies: number; others: number }

/** All pairs of so many columns, in their order. */
export function pairsOf(columns: number): Pair[] {
  const indices = Array.from({ length: columns }, (_, i) => i)
  return indices.flatMap((first) => indices.slice(first + 1).map((second): Pair => [first, second]))
}

export function quadrantOf({ scores, thresholds }: Aligned, [first, second]: Pair, image: number): Quadrant {
  const [byFirst, bySecond] = [first, second].map((column) => scores[column][image] > thresholds[column])
  if (byFirst) return bySecond ? 'both' : 'first'
  return bySecond ? 'second' : 'neither'
}

export function quadrantCounts(columns: Aligned, pair: Pair): Record<Quadrant, QuadrantCount> {
  const none = (): QuadrantCount => ({ normals: 0, anomalies: 0, others: 0 })
  const counts = { both: none(), first: none(), second: none(), neither: none() }
  for (const image of columns.shown) {
    const one = counts[quadrantOf(columns, pair, image)]
    if (columns.counted[image] === Counted.normal) one.normals++
    else if (columns.counted[image] === Counted.anomaly) one.anomalies++
    else one.others++
  }
  return counts
}

/** How many places an image lies further up in the first column's ranking than in the second's; negative: further down. */
export const rise = ({ ranks }: Aligned, [first, second]: Pair, image: number): number =>
  ranks[second][image] - ranks[first][image]

/** The images that some condition holds for, those first whose ranks differ most. */
function byRise(columns: Aligned, pair: Pair, wanted: (image: number) => boolean): Uint32Array {
  const apart = (image: number) => Math.abs(rise(columns, pair, image))
  return columns.shown.filter(wanted).sort((a, b) => apart(b) - apart(a) || a - b)
}

/** What only one of the two flags. */
export const disputed = (columns: Aligned, pair: Pair): Uint32Array =>
  byRise(columns, pair, (image) => ['first', 'second'].includes(quadrantOf(columns, pair, image)))

export const inQuadrant = (columns: Aligned, pair: Pair, quadrant: Quadrant): Uint32Array =>
  byRise(columns, pair, (image) => quadrantOf(columns, pair, image) === quadrant)

/** All images whose rank is not the same. */
export const moved = (columns: Aligned, pair: Pair): Uint32Array =>
  byRise(columns, pair, (image) => rise(columns, pair, image) !== 0)
