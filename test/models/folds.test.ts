import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { foldOfMember, foldsOf, type Foldable } from '../../main/models/folds.ts'
import { stream } from '../../main/models/random.ts'

const OPTIONS = { seed: 20_261_124, numRuns: 200 }
const CLASSES = 3

/** Images of a few classes; a group has one class, as its images look alike. Some are not to be divided. */
const sets = fc.array(fc.record({ group: fc.nat(30), divided: fc.boolean() }), { minLength: 1, maxLength: 80 })
  .map((images): Foldable => ({
    positions: Uint32Array.from(images.keys()).filter((i) => images[i].divided),
    classOf: Int32Array.from(images, ({ group }) => group % CLASSES),
    groups: Int32Array.from(images, ({ group }) => group),
  }))
const folds = fc.integer({ min: 2, max: 6 })
const divide = (images: Foldable, count: number, seed = 1) => foldsOf(images, count, stream(`seed-${seed}/folds`))

/** How many images of a class each fold has. */
function sizesOf(images: Foldable, foldOf: Int32Array, count: number, label: number): number[] {
  const own = [...images.positions].filter((position) => images.classOf[position] === label)
  return Array.from({ length: count }, (_, fold) => own.filter((position) => foldOf[position] === fold).length)
}

function largestGroup({ positions, groups }: Foldable): number {
  const sizes = new Map<number, number>()
  for (const position of positions) sizes.set(groups[position], (sizes.get(groups[position]) ?? 0) + 1)
  return Math.max(0, ...sizes.values())
}

const spread = (sizes: number[]) => Math.max(...sizes) - Math.min(...sizes)

describe('folds', () => {
  it('have every image that is divided in exactly one of them, and nothing unlike those in any', () => {
    fc.assert(fc.property(sets, folds, (images, count) => {
      const foldOf = divide(images, count)
      const divided = new Set([...images.positions].map((position) => images.groups[position]))
      images.groups.forEach((group, position) => {
        if (divided.has(group)) expect(foldOf[position]).toBeOneOf([...Array(count).keys()])
        else expect(foldOf[position]).toBe(-1)
      })
    }), OPTIONS)
  })

  it('never divide a group of near-duplicates, also where some of it is in another split', () => {
    fc.assert(fc.property(sets, folds, (images, count) => {
      const foldOf = divide(images, count)
      const seen = new Map<number, number>()
      images.groups.forEach((group, position) => {
        expect(foldOf[position]).toBe(seen.get(group) ?? foldOf[position])
        seen.set(group, foldOf[position])
      })
    }), OPTIONS)
  })

  it('are stratified: they differ by at most one image of a class, or by the largest group where there are groups', () => {
    fc.assert(fc.property(sets, folds, fc.boolean(), (images, count, single) => {
      const these = single ? { ...images, groups: Int32Array.from(images.groups.keys()) } : images
      const foldOf = divide(these, count)
      for (let label = 0; label < CLASSES; label++) {
        expect(spread(sizesOf(these, foldOf, count, label))).toBeLessThanOrEqual(Math.max(1, largestGroup(these)))
      }
    }), OPTIONS)
  })

  it('are the same for the same seed, and others for another', () => {
    const images = {
      positions: Uint32Array.from({ length: 60 }, (_, i) => i), classOf: Int32Array.from({ length: 60 }, (_, i) => i % 3),
      groups: Int32Array.from({ length: 60 }, (_, i) => i),
    }
    expect(divide(images, 5)).toEqual(divide(images, 5))
    expect(divide(images, 5, 2)).not.toEqual(divide(images, 5))
  })

  it('keep a group whose images have several labels together, and the folds as even as that allows', () => {
    const groups = Int32Array.from({ length: 40 }, (_, i) => Math.floor(i / 2))
    const classOf = Int32Array.from({ length: 40 }, (_, i) => i % 2)
    const foldOf = divide({ positions: Uint32Array.from(groups.keys()), classOf, groups }, 4)
    for (let i = 0; i < 40; i += 2) expect(foldOf[i]).toBe(foldOf[i + 1])
    expect([0, 1, 2, 3].map((fold) => foldOf.filter((one) => one === fold).length)).toEqual([10, 10, 10, 10])
  })

  it('are left out in turn, so that as many members as folds leave each out once', () => {
    expect([0, 1, 2, 3, 4, 5, 6].map((index) => foldOfMember(index, 5))).toEqual([0, 1, 2, 3, 4, 0, 1])
  })
})
