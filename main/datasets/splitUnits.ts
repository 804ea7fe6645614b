import { hash } from 'node:crypto'

/** A group of near duplicates that may move to another split, and always as a whole. */
export interface Unit {
  label: number
  /** Where it comes in the shuffled order, from 0 to 1. */
  key: number
  /** Its images are a stretch of `UnitList.order`. */
  from: number
  to: number
}

export interface UnitList {
  /** The images, ordered by group. */
  order: Uint32Array
  /** Of each class, shuffled. */
  byClass: Unit[][]
}

/**
 * The groups of which every image is `movable`, by class, in an order that depends on (seed, content) only:
 * by the SHA-256 of the seed and the smallest of the images' own.
 */
export function movableUnits(
  { groups, labels, hashes }: { groups: Int32Array; labels: Int32Array; hashes: Uint8Array },
  movable: (image: number) => boolean,
  seed: number,
): UnitList {
  const order = Uint32Array.from(groups.keys()).sort((a, b) => groups[a] - groups[b] || a - b)
  const byClass = new Map<number, Unit[]>()
  for (let from = 0, to = 0; from < order.length; from = to) {
    while (to < order.length && groups[order[to]] === groups[order[from]]) to += 1
    const members = order.subarray(from, to)
    if (!members.every(movable)) continue
    const unit = { label: labels[members[0]], key: keyOf(members, hashes, seed), from, to }
    const list = byClass.get(unit.label)
    if (list) list.push(unit)
    else byClass.set(unit.label, [unit])
  }
  return { order, byClass: [...byClass.values()].map((units) => units.sort((a, b) => a.key - b.key)) }
}

function keyOf(members: Uint32Array, hashes: Uint8Array, seed: number): number {
  let smallest = hexAt(hashes, members[0])
  for (const image of members.subarray(1)) {
    const other = hexAt(hashes, image)
    if (other < smallest) smallest = other
  }
  return hash('sha256', `${seed}/${smallest}`, 'buffer').readUIntBE(0, 6) / 2 ** 48
}

function hexAt(hashes: Uint8Array, image: number): string {
  return Buffer.from(hashes.buffer, hashes.byteOffset + 32 * image, 32).toString('hex')
}
