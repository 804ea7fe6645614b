import { expect, it } from 'vitest'
import { learningRateAt } from '../../main/models/schedule.ts'

it('a constant schedule stays', () => {
  expect([1, 50, 100].map((step) => learningRateAt('constant', 1e-3, step, 100))).toEqual([1e-3, 1e-3, 1e-3])
})

it('one cycle rises to the rate at a quarter of the steps and falls to a 10,000th at the last', () => {
  const at = (step: number) => learningRateAt('one-cycle', 0.004, step, 400)
  expect(at(100)).toBeCloseTo(0.004, 12)
  expect(at(400)).toBeCloseTo(4e-7, 12)
  for (let step = 2; step <= 100; step++) expect(at(step)).toBeGreaterThan(at(step - 1))
  for (let step = 101; step <= 400; step++) expect(at(step)).toBeLessThan(at(step - 1))
})

it('one cycle works for a single step', () => {
  expect(learningRateAt('one-cycle', 0.004, 1, 1)).toBeCloseTo(0.004, 12)
})
