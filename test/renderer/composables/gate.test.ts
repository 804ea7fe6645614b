import { expect, test, vi } from 'vitest'
import { Gate } from '../../../renderer/composables/gate.ts'

test('the first call counts at once, and of many that follow one more, when the act and the pause are over', async () => {
  vi.useFakeTimers()
  let done = 0
  let finish = () => undefined as void
  const gate = new Gate(() => new Promise<void>((resolve) => { done++; finish = resolve }), 100)
  for (let i = 0; i < 50; i++) gate.call()
  expect(done).toBe(1)
  await vi.advanceTimersByTimeAsync(500)
  expect(done).toBe(1)
  finish()
  await vi.advanceTimersByTimeAsync(99)
  expect(done).toBe(1)
  await vi.advanceTimersByTimeAsync(2)
  expect(done).toBe(2)
  finish()
  await vi.advanceTimersByTimeAsync(500)
  expect(done).toBe(2)
  gate.call()
  expect(done).toBe(3)
  vi.useRealTimers()
})
