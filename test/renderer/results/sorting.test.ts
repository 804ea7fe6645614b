import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ranked } from '../../../renderer/results/ranking.ts'
import { type Sortable, type SortBy, sorted } from '../../../renderer/results/sorting.ts'
import { sorts } from '../../../renderer/results/sorts.ts'
import type { Entries } from '../../../renderer/verdicts/entries.ts'

const scored = (scores: number[], labels: number[]): Sortable => ({
  scores: Float32Array.from(scores), labels: Int32Array.from(labels), nearest: Int16Array.from(labels),
  set: { classes: ['b', 'a10', 'a9'] }, trainedClasses: ['b', 'a10', 'a9'],
})

const order = (by: SortBy, falls: boolean, images: Sortable, entries: Entries = new Map()) =>
  Array.from(sorted(ranked(Uint32Array.from(images.scores.keys()), images.scores), by, falls, images, entries))

test('every order lists every image once, whichever way it goes', () => {
  const image = fc.tuple(fc.integer({ min: -5, max: 5 }), fc.integer({ min: -1, max: 2 }))
  fc.assert(fc.property(fc.array(image), fc.constantFrom(...sorts), fc.boolean(), (set, { value }, falls) => {
    const images = scored(set.map(([score]) => score), set.map(([, label]) => label))
    expect(order(value, falls, images).toSorted((a, b) => a - b)).toEqual([...set.keys()])
  }))
})

test('names go as people order them, equal ones by score, and images without a name come last', () => {
  const images = scored([1, 5, 3, 4, 2], [0, 1, 1, 2, -1])
  expect(order('class', false, images)).toEqual([3, 1, 2, 0, 4])
  expect(order('nearest', true, images)).toEqual([0, 1, 2, 3, 4])
})

test('the latest verdict comes first, and what has none last, in both directions', () => {
  const images = scored([1, 2, 3, 4], [0, 0, 0, 0])
  const at = (judged: string) => ({ id: 1, verdict: 'normal' as const, note: null, tags: [], class: null, scoreId: null, judged })
  const entries = new Map([[0, at('2026-11-24T10:00:00Z')], [2, at('2026-11-24T11:00:00Z')]])
  expect(order('judged', true, images, entries)).toEqual([2, 0, 3, 1])
  expect(order('judged', false, images, entries)).toEqual([0, 2, 3, 1])
})
