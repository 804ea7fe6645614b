import { expect, test } from 'vitest'
import type { EngineEvent, Job } from '../../main/contract/jobs.ts'
import { EventLog } from '../../main/engine/eventLog.ts'

const job = (id: number, state: Job['state'] = 'running') => ({
  type: 'job' as const, job: { id, state } as Job,
})
const changed = (id: number) => ({ type: 'changed' as const, what: 'projects' as const, id })

test('events are numbered upwards from the start, and a client catches up from its last', () => {
  const log = new EventLog(10, 1000)
  for (const id of [1, 2, 3]) log.add(changed(id))
  expect(log.after(1001)).toMatchObject([{ seq: 1002, id: 2 }, { seq: 1003, id: 3 }])
  expect(log.after(1003)).toEqual([])
})

test('a client that was away for too long, or comes from another engine, is told that it missed something', () => {
  const log = new EventLog(2, 1000)
  for (const id of [1, 2, 3, 4]) log.add(changed(id))
  expect(log.after(1001)).toEqual([{ type: 'missed', seq: 1004 }])
  expect(log.after(1002)).toHaveLength(2)
  expect(log.after(7)).toEqual([{ type: 'missed', seq: 1004 }])
  expect(log.after(5000)).toEqual([{ type: 'missed', seq: 1004 }])
})

test('of a job\'s progress only the newest is kept, of its states every one', () => {
  const log = new EventLog(10, 0)
  log.add(job(1, 'waiting'))
  for (let i = 0; i < 100; i++) log.add(job(1))
  log.add(job(2))
  log.add(job(1, 'done'))
  expect(log.after(0).map((event) => event.type === 'job' && [event.job.id, event.job.state]))
    .toEqual([[1, 'waiting'], [1, 'running'], [2, 'running'], [1, 'done']])
})

test('a follower gets what was and what comes, and ends when its signal is given', async () => {
  const log = new EventLog(10, 0)
  const abort = new AbortController()
  const seen: EngineEvent[] = []
  log.add(changed(1))
  const following = (async () => {
    for await (const event of log.follow(0, abort.signal)) seen.push(event)
  })()
  await new Promise(setImmediate)
  log.add(changed(2))
  await new Promise(setImmediate)
  abort.abort()
  await following
  expect(seen.map(({ seq }) => seq)).toEqual([1, 2])
})

test('a follower that reads slowly is told that it missed something, and goes on from there', async () => {
  const log = new EventLog(2, 0)
  const stream = log.follow(0)
  log.add(changed(1))
  expect((await stream.next()).value).toMatchObject({ seq: 1 })
  for (const id of [2, 3, 4, 5]) log.add(changed(id))
  expect((await stream.next()).value).toEqual({ type: 'missed', seq: 5 })
  log.add(changed(6))
  expect((await stream.next()).value).toMatchObject({ seq: 6 })
  await stream.return()
})
