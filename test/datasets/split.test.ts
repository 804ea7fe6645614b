import { hash } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { NO_SPLIT, TEST, TRAIN, VALIDATION, splitImages } from '../../main/datasets/split.ts'
import type { ToSplit } from '../../main/datasets/split.ts'

const OPTIONS = { seed: 20_261_123, numRuns: 200 }
const SETTINGS = { validation: 0.1, test: 0.2, seed: 1 }

function hashesOf(names: string[]): Uint8Array {
  return Buffer.concat(names.map((name) => hash('sha256', name, 'buffer')))
}

/** Images by label, each a group of its own and of no split unless said. */
function images(
  labels: number[],
  more: Partial<{ groups: number[]; given: number[]; names: string[] }> = {},
): ToSplit {
  return {
    labels: Int32Array.from(labels),
    groups: Int32Array.from(more.groups ?? labels.map((_, i) => i)),
    given: Uint8Array.from(more.given ?? labels.map(() => NO_SPLIT)),
    hashes: hashesOf(more.names ?? labels.map((_, i) => `image ${i}`)),
  }
}

const sets = fc.array(
  fc.record({
    label: fc.integer({ min: -1, max: 3 }),
    group: fc.nat(12),
    given: fc.constantFrom(TRAIN, VALIDATION, TEST, NO_SPLIT, NO_SPLIT),
  }),
  { minLength: 1, maxLength: 60 },
)
const count = (splits: Uint8Array, split: number) => splits.filter((value) => value === split).length

test('a class is divided by the fractions asked for', () => {
  const splits = splitImages(images([...Array(100).fill(0), ...Array(50).fill(1)]), SETTINGS)
  const of = (from: number, to: number) =>
    [TRAIN, VALIDATION, TEST].map((split) => count(splits.subarray(from, to), split))
  expect(of(0, 100)).toEqual([70, 10, 20])
  expect(of(100, 150)).toEqual([35, 5, 10])
})

test('the smallest classes keep an image to train on', () => {
  for (const size of [1, 2, 3, 4, 5]) {
    const splits = splitImages(images(Array(size).fill(0)), { validation: 0.4, test: 0.5, seed: 3 })
    expect(count(splits, TRAIN)).toBeGreaterThan(0)
  }
  expect(count(splitImages(images([0, 0, 0]), SETTINGS), TEST)).toBe(1)
})

test('a group that may move is never divided', () => {
  fc.assert(
    fc.property(sets, fc.nat(5), (set, seed) => {
      const given = set.map(() => NO_SPLIT)
      const splits = splitImages(
        images(
          set.map(({ label }) => Math.abs(label)),
          { groups: set.map(({ group }) => group), given },
        ),
        { ...SETTINGS, seed },
      )
      const byGroup = new Map<number, Set<number>>()
      set.forEach(({ group }, i) => byGroup.set(group, (byGroup.get(group) ?? new Set()).add(splits[i])))
      expect([...byGroup.values()].every((found) => found.size === 1)).toBe(true)
    }),
    OPTIONS,
  )
})

test('given test and validation images stay, and every image gets a split', () => {
  fc.assert(
    fc.property(sets, (set) => {
      const splits = splitImages(
        images(
          set.map(({ label }) => label),
          {
            groups: set.map(({ group }) => group),
            given: set.map(({ given }) => given),
          },
        ),
        SETTINGS,
      )
      set.forEach(({ given }, i) => {
        if (given === TEST || given === VALIDATION) expect(splits[i]).toBe(given)
        expect([TRAIN, VALIDATION, TEST]).toContain(splits[i])
      })
    }),
    OPTIONS,
  )
})

test('where the source gives train and test, validation comes from train and test stays as it is', () => {
  const given = [...Array(80).fill(TRAIN), ...Array(20).fill(TEST)]
  const splits = splitImages(images(Array(100).fill(0), { given }), SETTINGS)
  expect([TRAIN, VALIDATION, TEST].map((split) => count(splits, split))).toEqual([70, 10, 20])
  expect(count(splits.subarray(80), TEST)).toBe(20)
})

test('where the source gives all three, nothing moves', () => {
  const given = [TRAIN, VALIDATION, TEST, TRAIN, TRAIN]
  expect([...splitImages(images([0, 0, 0, 0, 0], { given }), SETTINGS)]).toEqual(given)
})

test('an image without a split follows its near duplicate that has one', () => {
  const given = [TRAIN, TEST, NO_SPLIT, NO_SPLIT, VALIDATION]
  const splits = splitImages(images([0, 0, 0, 0, 0], { given, groups: [0, 1, 0, 1, 2] }), SETTINGS)
  expect([...splits.subarray(2, 4)]).toEqual([TRAIN, TEST])
})

test('images without a class are for scoring', () => {
  expect([...splitImages(images([-1, -1]), SETTINGS)]).toEqual([TEST, TEST])
})

test('the same seed gives the same split in any order; another seed another one', () => {
  const names = Array.from({ length: 60 }, (_, i) => `n${i}`)
  const bySeed = (seed: number, order: string[]) => {
    const splits = splitImages(
      images(
        order.map(() => 0),
        { names: order },
      ),
      { ...SETTINGS, seed },
    )
    return Object.fromEntries(order.map((name, i) => [name, splits[i]]))
  }
  expect(bySeed(1, names.toReversed())).toEqual(bySeed(1, names))
  expect(bySeed(2, names)).not.toEqual(bySeed(1, names))
})

test('added images leave nearly all others where they were', () => {
  const names = Array.from({ length: 330 }, (_, i) => `n${i}`)
  const before = splitImages(images(Array(300).fill(0), { names: names.slice(0, 300) }), SETTINGS)
  const after = splitImages(images(Array(330).fill(0), { names }), SETTINGS)
  expect(before.filter((split, i) => split !== after[i]).length).toBeLessThan(20)
})
