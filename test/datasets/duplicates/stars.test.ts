import fc from 'fast-check'
import { expect, test } from 'vitest'
import { firstEqual } from '../../../main/datasets/duplicates/exact.ts'
import type { NearPair } from '../../../main/datasets/duplicates/nearPairs.ts'
import { listPairs } from '../../../main/datasets/duplicates/pairList.ts'
import { starGroups } from '../../../main/datasets/duplicates/stars.ts'

const near = (...pairs: [number, number][]): NearPair[] =>
  pairs.map(([a, b]) => ({ a, b, correlation: 0.99 }))
const alone = (count: number) => Int32Array.from({ length: count }, (_, i) => i)
const OPTIONS = { seed: 20_261_123, numRuns: 200 }

/** Some images, which of them have equal pixels, and which different ones are near. */
const sets = fc
  .integer({ min: 2, max: 14 })
  .chain((count) =>
    fc.record({
      prints: fc.array(fc.nat(8), { minLength: count, maxLength: count }),
      links: fc.array(fc.tuple(fc.nat(count - 1), fc.nat(count - 1)), { maxLength: 25 }),
      splits: fc.array(fc.nat(2), { minLength: count, maxLength: count }),
    }),
  )
  .map(({ prints, links, splits }) => {
    const first = firstEqual(Uint32Array.from(prints.flatMap((print) => [print, 7])))
    const keys = links
      .map(([a, b]) => [first[a], first[b]].sort((x, y) => x - y))
      .filter(([a, b]) => a !== b)
      .map(String)
    const pairs = near(...[...new Set(keys)].map((key) => key.split(',').map(Number) as [number, number]))
    return { first, pairs, splits: Uint8Array.from(splits) }
  })

test('a chain of near pairs does not become one group', () => {
  expect([...starGroups(alone(5), near([0, 1], [1, 2], [2, 3], [3, 4]))]).toEqual([0, 0, 0, 1, 1])
})

test('a group has one image that each of its others is near or equal to', () => {
  fc.assert(
    fc.property(sets, ({ first, pairs }) => {
      const groups = starGroups(first, pairs)
      const isNear = (a: number, b: number) =>
        a === b || pairs.some((pair) => (pair.a === a && pair.b === b) || (pair.a === b && pair.b === a))
      for (const group of new Set(groups)) {
        const originals = [
          ...new Set([...groups.keys()].filter((i) => groups[i] === group).map((i) => first[i])),
        ]
        expect(originals.some((centre) => originals.every((other) => isNear(centre, other)))).toBe(true)
      }
    }),
    OPTIONS,
  )
})

test('equal images are always in one group, and groups are numbered as they appear', () => {
  fc.assert(
    fc.property(sets, ({ first, pairs }) => {
      const groups = [...starGroups(first, pairs)]
      groups.forEach((group, i) => expect(group).toBe(groups[first[i]]))
      const seen = [...new Set(groups)]
      expect(seen).toEqual(seen.map((_, i) => i))
    }),
    OPTIONS,
  )
})

test('every image with a twin in another split has a leaking pair, and no pair is listed twice', () => {
  fc.assert(
    fc.property(sets, ({ first, pairs, splits }) => {
      const listed = [...listPairs(first, pairs, splits)]
      const keys = listed.map(({ a, b }) => `${a}/${b}`)
      expect(new Set(keys).size).toBe(keys.length)
      expect(listed.every(({ a, b, leak }) => a < b && leak === (splits[a] !== splits[b]))).toBe(true)
      const twins = (i: number) =>
        [...first.keys()].filter(
          (j) =>
            j !== i &&
            (first[j] === first[i] ||
              pairs.some(
                ({ a, b }) => (a === first[i] && b === first[j]) || (b === first[i] && a === first[j]),
              )),
        )
      for (const i of first.keys()) {
        const leaks = twins(i).some((j) => splits[j] !== splits[i])
        expect(listed.some(({ a, b, leak }) => leak && (a === i || b === i))).toBe(leaks)
      }
    }),
    OPTIONS,
  )
})
