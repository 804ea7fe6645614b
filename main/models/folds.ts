import type { RandomStream } from './random.ts'

/** What is divided into folds; all by position in the snapshot, but for `positions` themselves. */
export interface Foldable {
  /** The images that are divided. */
  positions: Uint32Array
  /** The known class of each image. */
  classOf: Int32Array
  /** The group of near-duplicates that each image belongs to. */
  groups: Int32Array
}

/** The near-duplicates of one group: they stay together. `counts` says how many are of each class. */
interface Unit { group: number; size: number; counts: Map<number, number> }

interface Fold { size: number; counts: Map<number, number> }

/** The fold that member i leaves out. */
export const foldOfMember = (index: number, folds: number): number => index % folds

/**
 * Divides images into folds, stratified by class, and never a group: the groups come in random order, the largest first,
 * and each goes where there are the fewest images of its class so far. (A group of several classes goes where the sum over
 * its images of those is least.) So the folds differ by at most one image of a class where no image has a near-duplicate,
 * and by at most the largest group where some have. As scikit-learn's StratifiedGroupKFold, which is greedy too.
 * @returns by position the image's fold, also that of an image that is not divided itself but is a near-duplicate of one
 *   that is; -1 where it has none
 */
export function foldsOf(images: Foldable, folds: number, random: RandomStream): Int32Array {
  const units = random.shuffle(unitsOf(images)).sort((a, b) => b.size - a.size)
  const filled = Array.from({ length: folds }, (): Fold => ({ size: 0, counts: new Map() }))
  const foldOf = new Map(units.map((unit) => [unit.group, place(unit, filled)]))
  return images.groups.map((group) => foldOf.get(group) ?? -1)
}

function unitsOf({ positions, classOf, groups }: Foldable): Unit[] {
  const units = new Map<number, Unit>()
  for (const position of positions) {
    const group = groups[position]
    const unit = units.get(group) ?? { group, size: 0, counts: new Map() }
    add(unit.counts, classOf[position], 1)
    unit.size++
    units.set(group, unit)
  }
  return [...units.values()]
}

/** Puts a unit where it crowds least; of equal folds into the smallest, of those into the first. */
function place(unit: Unit, folds: Fold[]): number {
  const crowding = folds.map(({ counts }) => {
    let sum = 0
    for (const [label, count] of unit.counts) sum += count * (counts.get(label) ?? 0)
    return sum
  })
  let best = 0
  for (let fold = 1; fold < folds.length; fold++) {
    const difference = crowding[fold] - crowding[best]
    if (difference < 0 || (difference === 0 && folds[fold].size < folds[best].size)) best = fold
  }
  for (const [label, count] of unit.counts) add(folds[best].counts, label, count)
  folds[best].size += unit.size
  return best
}

function add(counts: Map<number, number>, label: number, count: number): void {
  counts.set(label, (counts.get(label) ?? 0) + count)
}
