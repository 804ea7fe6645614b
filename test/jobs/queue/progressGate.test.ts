import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { ProgressGate } from '../../../main/jobs/queue/progressGate.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

test('of a flood of calls the first is passed on at once, then one an interval, and the last one always', () => {
  const emit = vi.fn()
  const gate = new ProgressGate(emit, 200)
  for (let i = 0; i < 95; i++) {
    gate.call()
    vi.advanceTimersByTime(10)
  }
  expect(emit).toHaveBeenCalledTimes(5)
  vi.advanceTimersByTime(1000)
  expect(emit).toHaveBeenCalledTimes(6)
})

test('a closed gate passes nothing on any more', () => {
  const emit = vi.fn()
  const gate = new ProgressGate(emit, 200)
  gate.call()
  gate.call()
  gate.close()
  vi.advanceTimersByTime(1000)
  expect(emit).toHaveBeenCalledTimes(1)
})
