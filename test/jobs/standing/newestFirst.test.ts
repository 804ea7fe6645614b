import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, onTestFinished, test } from 'vitest'
import { NewestFirst } from '../../../main/jobs/standing/newestFirst.ts'
import { thumbnailProcess } from '../../../main/jobs/thumbnails/thumbnailProcess.ts'
import type { ThumbnailOrder } from '../../../main/workers/messages.ts'
import { temporaryFolder } from '../../engine/temporaryFolder.ts'

const script = pathToFileURL(path.join(import.meta.dirname, 'oddWorker.ts'))

function queueInTest({ processes = 1, longest = 10 } = {}) {
  const folder = temporaryFolder()
  const queue = new NewestFirst(Array.from({ length: processes }, () => thumbnailProcess(script, folder)), longest, 'pictures')
  onTestFinished(() => queue.close())
  const order = (name: string): ThumbnailOrder =>
    ({ id: 1, source: '', unlabelled: false, path: name, hash: '', width: 1, height: 1, size: 32, range: [0, 255], target: path.join(folder, name) })
  const asked = () => (existsSync(path.join(folder, 'asked')) ? readFileSync(path.join(folder, 'asked'), 'utf8').trim().split('\n') : [])
  return { queue, make: (name: string, signal?: AbortSignal) => queue.make(name, order(name), signal), names: () => asked().map((line) => line.split(' ')[0]),
    pids: () => new Set(asked().map((line) => line.split(' ')[1])) }
}

test('one at a time, the newest first, by one process', async () => {
  const { make, names, pids } = queueInTest()
  const first = make('1')
  await Promise.all([first, make('2'), make('3'), make('4')])
  expect(names()).toEqual(['1', '4', '3', '2'])
  expect(pids().size).toBe(1)
})

test('what is asked for twice is made once, before and while it is made', async () => {
  const { make, names } = queueInTest()
  const first = make('1')
  const answers = [make('2'), make('2')]
  await first
  answers.push(make('2'))
  await Promise.all(answers)
  expect(names()).toEqual(['1', '2'])
})

test('what nobody waits for any more is not made; what somebody else waits for is', async () => {
  const { make, names } = queueInTest()
  const [leaving, staying] = [new AbortController(), new AbortController()]
  const first = make('1')
  const given = expect(make('2', leaving.signal)).rejects.toMatchObject({ name: 'AbortError' })
  const shared = [make('3', leaving.signal), make('3', staying.signal)]
  leaving.abort()
  await Promise.all([given, ...shared, first])
  await make('4')
  expect(names()).toEqual(['1', '3', '4'])
})

test('a picture that kills the process fails alone, with its name, and the next ones are made by another process', async () => {
  const { make, pids } = queueInTest()
  const deadly = make('deadly')
  const next = make('2')
  await expect(deadly).rejects.toMatchObject({ code: 'UNAVAILABLE', message: 'The process that decodes pictures ended over "deadly".' })
  expect(await next).toMatchObject({ ok: true })
  expect(pids().size).toBe(2)
})

test('so many may wait and no more', async () => {
  const { make } = queueInTest({ longest: 2 })
  const making = make('1')
  const waiting = [make('2'), make('3')]
  await expect(make('4')).rejects.toMatchObject({ code: 'UNAVAILABLE', hint: 'Try again in a moment.' })
  await Promise.all([making, ...waiting])
})

test('several processes share the work', async () => {
  const { make, pids } = queueInTest({ processes: 2 })
  await Promise.all(['1', '2', '3', '4'].map((name) => make(name)))
  expect(pids().size).toBe(2)
})

test('closing fails what waits and ends the processes', async () => {
  const { queue, make, pids } = queueInTest()
  const first = make('1')
  const second = make('2')
  queue.close()
  await expect(second).rejects.toMatchObject({ code: 'UNAVAILABLE' })
  await first.catch(() => undefined)
  await expect.poll(() => [...pids()].some((pid) => existsSync(`/proc/${pid}`))).toBe(false)
})
