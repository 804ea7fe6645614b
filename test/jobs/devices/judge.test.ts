import { expect, test } from 'vitest'
import type { FoundDevice } from '../../../main/contract/devices.ts'
import { judge } from '../../../main/jobs/devices/judge.ts'
import type { WorkerEnd } from '../../../main/jobs/queue/workerProcess.ts'
import type { DeviceResult } from '../../../main/workers/messages.ts'

const card: FoundDevice = {
  kind: 'nvidia', id: 'GPU-1', name: 'Card', bytes: 8e9, freeBytes: 7e9, index: 0, driver: '550.54.15', why: null,
}
const processor: FoundDevice = { kind: 'cpu', id: 'cpu', name: 'Processor', bytes: 8e9, cores: 2, why: null }
const reference = [100, 90, 80]

function ended(kind: 'cpu' | 'gpu', losses: number[], fallback: string | null = null): WorkerEnd {
  const device = { kind, name: 'Used', cores: 2, threads: 2, runtime: 'TensorFlow 0 cuda', fallback }
  const result: DeviceResult = { device, losses, millisecondsPerStep: 5 }
  return { type: 'done', result }
}

test('losses within the tolerance are fine, and how far they are is told', () => {
  expect(judge(card, ended('gpu', [100, 90.9, 80]), reference, 1)).toMatchObject({
    state: 'fine', steps: 3, loss: 80, millisecondsPerStep: 5, difference: expect.closeTo(0.01), runtime: 'TensorFlow 0 cuda',
  })
})

test('the processor is compared with nothing', () => {
  expect(judge(processor, ended('cpu', reference), null, 1)).toMatchObject({ state: 'fine', difference: null })
})

test.each<[string, WorkerEnd, string]>([
  ['other losses', ended('gpu', [100, 60, 80]), "Its losses are up to 33.3 % away from the processor's: what it computes cannot be trusted."],
  ['losses that are no numbers', ended('gpu', [100, NaN, 80]), 'Its losses are no numbers.'],
  ['the processor in its place', ended('cpu', reference, 'There is no card.'), 'There is no card.'],
  ['a process that died', { type: 'failed', failure: { code: 'WORKER_DIED', message: 'It crashed.', hint: 'Again.' } }, 'It crashed.'],
  ['a process that hung', { type: 'cancelled' }, 'It did not answer within 9 seconds, and was ended.'],
])('%s is a failure in one sentence', (_what, end, why) => {
  expect(judge(card, end, reference, 9_000)).toEqual({ state: 'failed', why })
})
