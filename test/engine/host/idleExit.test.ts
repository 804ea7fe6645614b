import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { IdleExit } from '../../../main/engine/host/idleExit.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

test('the engine ends once it was idle for the whole time, and not before', () => {
  const exit = vi.fn()
  const idle = new IdleExit(3, () => true, exit)
  idle.touch()
  vi.advanceTimersByTime(2900)
  idle.touch()
  expect(exit).not.toHaveBeenCalled()
  vi.advanceTimersByTime(200)
  expect(exit).toHaveBeenCalledTimes(1)
})

test('a client or a job in between starts the time anew', () => {
  const exit = vi.fn()
  let busy = false
  const idle = new IdleExit(3, () => !busy, exit)
  idle.touch()
  vi.advanceTimersByTime(2000)
  busy = true
  idle.touch()
  vi.advanceTimersByTime(60_000)
  expect(exit).not.toHaveBeenCalled()
  busy = false
  idle.touch()
  vi.advanceTimersByTime(3000)
  expect(exit).toHaveBeenCalledTimes(1)
})
