import fc from 'fast-check'
import { expect, test } from 'vitest'
import { HELD_OUT, KNOWN, type Role, roles } from '../../../renderer/results/roles.ts'
import { countedScores, judgedRole } from '../../../renderer/results/truth.ts'

const roleOf = (name: string): Role => (name === 'boot' ? 'known' : name === 'bag' ? 'held-out' : 'left out')

test('an image counts as it was judged, and by its label where it was not', () => {
  expect(judgedRole(KNOWN, undefined, roleOf)).toBe(KNOWN)
  expect(judgedRole(KNOWN, { verdict: null, class: null }, roleOf)).toBe(KNOWN)
  expect(judgedRole(KNOWN, { verdict: 'anomaly', class: null }, roleOf)).toBe(HELD_OUT)
  expect(judgedRole(HELD_OUT, { verdict: 'normal', class: null }, roleOf)).toBe(KNOWN)
})

test('what is mislabelled counts as its right class, and without one, or unsure, not at all', () => {
  expect(judgedRole(KNOWN, { verdict: 'mislabelled', class: 'bag' }, roleOf)).toBe(HELD_OUT)
  expect(judgedRole(HELD_OUT, { verdict: 'mislabelled', class: 'boot' }, roleOf)).toBe(KNOWN)
  expect(roles[judgedRole(KNOWN, { verdict: 'mislabelled', class: 'hat' }, roleOf)!]).toBe('left out')
  expect(judgedRole(KNOWN, { verdict: 'mislabelled', class: null }, roleOf)).toBeNull()
  expect(judgedRole(KNOWN, { verdict: 'unsure', class: null }, roleOf)).toBeNull()
})

test('every test image that counts is counted once, in rising order', () => {
  fc.assert(fc.property(fc.array(fc.tuple(fc.float({ noNaN: true }), fc.constantFrom(0, 1, 2, null)), { maxLength: 50 }), (images) => {
    const scores = Float32Array.from(images, ([score]) => score)
    const { normals, anomalies } = countedScores(Uint32Array.from(images.keys()), scores, (i) => images[i][1])
    const of = (truth: number) => [...scores.filter((_, i) => images[i][1] === truth).sort()]
    expect([[...normals], [...anomalies]]).toEqual([of(KNOWN), of(HELD_OUT)])
  }), { seed: 3 })
})
