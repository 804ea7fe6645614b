import { expect, test } from 'vitest'
import { ticks } from '../../../renderer/charts/latent/ticks.ts'

test('an even axis has round values, no more than there is room for', () => {
  expect(ticks(0, 1.7, false, 6).map(({ text }) => text)).toEqual(['0', '0.5', '1', '1.5'])
  expect(ticks(-0.21, 0.21, false, 5).map(({ text }) => text)).toEqual(['−0.2', '−0.1', '0', '0.1', '0.2'])
  for (const most of [2, 3, 7, 20]) expect(ticks(0.13, 9.77, false, most).length).toBeLessThanOrEqual(most + 1)
})

test('a logarithmic axis has 1, 2 and 5 of each power, only powers with less room, and even values when it is near', () => {
  expect(ticks(-1, 1, true, 10).map(({ text }) => text)).toEqual(['0.1', '0.2', '0.5', '1', '2', '5', '10'])
  expect(ticks(-2, 2, true, 6).map(({ text }) => text)).toEqual(['0.01', '0.1', '1', '10', '100'])
  const near = ticks(Math.log10(3), Math.log10(4), true, 6)
  expect(near.map(({ text }) => text)).toContain('3.4')
  near.forEach(({ at, text }) => expect(10 ** at).toBeCloseTo(Number(text), 6))
})

test('no span has no values', () => expect(ticks(1, 1, false, 5)).toEqual([]))
