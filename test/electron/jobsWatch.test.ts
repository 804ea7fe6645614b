import { expect, test } from 'vitest'
import { endNotice } from '../../electron/endNotice.ts'
import { JobsWatch, type Shown } from '../../electron/jobsWatch.ts'
import type { Job } from '../../main/contract/jobs.ts'

const job = (id: number, state: Job['state'], done = 0): Job => ({
  id, kind: 'import', projectId: 1, title: `Job ${id}`, imageSetId: null, ensembleId: null, state, error: null, result: null,
  progress: { kind: 'import', phase: 'decoding', done, total: 10, problems: 0 }, created: '', ended: null,
})

function watched() {
  const [shown, ended]: [Shown[], [string, number][]] = [[], []]
  const watch = new JobsWatch((now) => shown.push(now), ({ title }, seconds) => ended.push([title, seconds]))
  return { watch, shown, ended }
}

test('what runs is shown as one share of all, and as nothing once all have ended', () => {
  const { watch, shown } = watched()
  watch.hear(job(1, 'running', 2), 0)
  watch.hear(job(2, 'running', 6), 0)
  expect(shown.at(-1)).toEqual({ share: 0.4, running: true })
  watch.hear(job(1, 'done', 10), 1000)
  watch.hear(job(2, 'paused', 6), 1000)
  expect(shown.at(-1)).toEqual({ share: null, running: false })
})

test('an end is told with how long it took, a pause and what never ran here are not', () => {
  const { watch, ended } = watched()
  watch.hear(job(1, 'running'), 1000)
  watch.hear(job(1, 'running', 5), 31_000)
  watch.hear(job(1, 'done', 10), 91_000)
  watch.hear(job(2, 'running'), 0)
  watch.hear(job(2, 'paused'), 90_000)
  watch.hear(job(3, 'done'), 0)
  expect(ended).toEqual([['Job 1', 90]])
})

test('of the end of what took long is told whoever is not looking, and of a failure its reason', () => {
  const failed: Job = { ...job(1, 'failed'), error: { code: 'UNAVAILABLE', message: 'The disk is full.', hint: null } }
  expect(endNotice(job(1, 'done'), 300, false)).toEqual({ title: 'Done', body: 'Job 1' })
  expect(endNotice(failed, 300, false)).toEqual({ title: 'Failed: Job 1', body: 'The disk is full.' })
  expect([endNotice(job(1, 'done'), 300, true), endNotice(job(1, 'done'), 59, false)]).toEqual([null, null])
})
