import fc from 'fast-check'
import { expect, test } from 'vitest'
import { planThreads, workerEnvironment } from '../../main/compute/threads.ts'

const counts = fc.integer({ min: 1, max: 512 })

test('members never get more threads than there are cores, and every member gets one', () => {
  fc.assert(
    fc.property(counts, counts, (cores, members) => {
      const threads = planThreads(cores, members)
      expect(threads).toBeGreaterThanOrEqual(1)
      expect(threads * members).toBeLessThanOrEqual(Math.max(cores, members))
    }),
    { seed: 1 },
  )
})

test.each([
  [2, 1, 2],
  [2, 2, 1],
  [8, 3, 2],
  [2, 5, 1],
])('%i cores and %i members: %i threads each', (cores, members, threads) => {
  expect(planThreads(cores, members)).toBe(threads)
})

test('a count that makes no sense is refused', () => {
  expect(() => planThreads(0, 1)).toThrow(RangeError)
  expect(() => planThreads(2, Number.NaN)).toThrow(RangeError)
})

test('a worker is told its threads by the variables that TensorFlow reads', () => {
  expect(workerEnvironment(3)).toMatchObject({ TF_NUM_INTRAOP_THREADS: '3', TF_CPP_MIN_LOG_LEVEL: '2' })
})
