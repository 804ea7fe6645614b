import { expect, test } from 'vitest'
import type { ImageSet } from '../../../main/contract/imageSets.ts'
import { classRoles } from '../../../main/jobs/training/classRoles.ts'

const set = (classes: Record<string, number>) => ({
  name: 'parts', classes: Object.keys(classes),
  byClass: Object.values(classes).map((train) => ({ train, validation: 1, test: 1 })),
}) as ImageSet

test('what is neither held out nor left out is known, in the order of the set', () => {
  expect(classRoles(set({ a: 5, b: 5, c: 5, d: 5 }), { heldOut: ['c'], leftOut: ['a'] })).toEqual({
    known: [1, 3], heldOut: [2],
  })
})

test('a class without any training image is held out by itself, unless it is left out', () => {
  const mvtec = set({ crack: 0, good: 200, scratch: 0 })
  expect(classRoles(mvtec, { heldOut: [], leftOut: [] })).toEqual({ known: [1], heldOut: [0, 2] })
  expect(classRoles(mvtec, { heldOut: [], leftOut: ['crack'] })).toEqual({ known: [1], heldOut: [2] })
})

test.each([
  [
    { heldOut: ['z'], leftOut: [] }, '"z" cannot be held out: "parts" has no such class.',
    'Its classes are "a", "b".',
  ],
  [
    { heldOut: [], leftOut: ['z'] }, '"z" cannot be left out: "parts" has no such class.',
    'Its classes are "a", "b".',
  ],
  [
    { heldOut: ['a', 'b'], leftOut: [] }, 'No class of "parts" is left to learn from.',
    'Hold out or leave out fewer; its classes are "a", "b".',
  ],
  [{ heldOut: ['a'], leftOut: ['a'] }, '"a" cannot be both held out and left out.', null],
])('%j is refused with a sentence', (roles, message, hint) => {
  expect(() => classRoles(set({ a: 5, b: 5 }), roles)).toThrow(
    expect.objectContaining({ code: 'BAD_INPUT', message, hint }),
  )
})

test('a set without classes says what to do', () => {
  expect(() => classRoles(set({}), { heldOut: [], leftOut: [] })).toThrow('its images have no classes')
})
