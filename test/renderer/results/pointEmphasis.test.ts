import { expect, test } from 'vitest'
import { Emphasis } from '../../../renderer/charts/latent/emphasis.ts'
import { pointEmphasis } from '../../../renderer/results/pointEmphasis.ts'

// Roles: known, held out, left out, no label.
const role = Uint8Array.of(1, 0, 3, 2, 0, 1)

test('without a selection all that are shown are drawn alike, the anomalies last', () => {
  const { strengths, order, dimmed } = pointEmphasis(role, Uint32Array.of(0, 1, 2, 3, 4), null)
  expect([...order]).toEqual([3, 1, 4, 2, 0])
  expect(dimmed).toBe(0)
  expect(strengths[5]).toBe(Emphasis.hidden)
  expect([...strengths.subarray(0, 5)].every((one) => one === Emphasis.normal)).toBe(true)
})

test('what is selected is drawn over what is not, which comes first and faintly', () => {
  const chosen = new Set([1, 3, 5])
  const { strengths, order, dimmed } = pointEmphasis(role, Uint32Array.of(0, 1, 2, 3, 4, 5), (i) => chosen.has(i))
  expect([...order]).toEqual([4, 2, 0, 3, 1, 5])
  expect(dimmed).toBe(3)
  expect([...strengths]).toEqual([0, 1, 2, 3, 4, 5].map((i) => (chosen.has(i) ? Emphasis.selected : Emphasis.dim)))
})
