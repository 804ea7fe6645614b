import { above } from './scoresByRole.ts'

/** The rising scores of each class of a set, by label; what has no label is not among them. */
export function scoresByClass(
  positions: Uint32Array, scores: Float32Array, labels: Int32Array, classes: number,
): Float32Array[] {
  const sizes = new Uint32Array(classes)
  for (const position of positions) if (labels[position] >= 0) sizes[labels[position]]++
  const groups = Array.from(sizes, (size) => new Float32Array(size))
  const filled = new Uint32Array(classes)
  for (const position of positions) {
    const label = labels[position]
    if (label >= 0) groups[label][filled[label]++] = scores[position]
  }
  return groups.map((group) => group.sort())
}

export type StripOrder = 'class' | 'flagged' | 'median'

/**
 * The labels of the classes that have images, in an order: as the set has them, by the share that is flagged, or by
 * their median score; the strangest first.
 */
export function stripOrder(groups: Float32Array[], order: StripOrder, threshold: number): number[] {
  const labels = [...groups.keys()].filter((label) => groups[label].length > 0)
  if (order === 'class') return labels
  const value = (label: number) => {
    const group = groups[label]
    return order === 'median' ? group[group.length >> 1] : above(group, threshold) / group.length
  }
  return labels.toSorted((a, b) => value(b) - value(a) || a - b)
}

/**
 * A histogram's outline as an SVG path in a box of one unit a bin and of height 1, the tallest bin reaching the top.
 * @param isLog heights by the logarithm of counts, so that few images are seen beside many
 */
export function stripPath(counts: number[], isLog: boolean): string {
  const size = (count: number) => (isLog ? Math.log1p(count) : count)
  const most = Math.max(1e-9, ...counts.map(size))
  const steps = counts.map((count, i) => `V${(1 - size(count) / most).toFixed(3)}H${i + 1}`)
  return `M0,1${steps.join('')}V1Z`
}
