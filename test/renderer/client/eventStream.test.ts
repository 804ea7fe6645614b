import { expect, onTestFinished, test, vi } from 'vitest'
import { connectEngine } from '../../../renderer/client/engine.ts'
import { followEvents, type News } from '../../../renderer/client/eventStream.ts'
import type { Failure } from '../../../renderer/client/failure.ts'
import { engineInTest } from '../../engine/engineInTest.ts'
import { Cable } from '../cable.ts'

/** A window's stream, and what it was told. */
function follow(reach: { fetch(request: Request): Promise<Response> }) {
  const told = {
    joined: [] as boolean[],
    events: [] as News[],
    away: [] as Failure[],
    different: [] as Failure[],
  }
  const stop = new AbortController()
  onTestFinished(() => stop.abort())
  const { api } = connectEngine('http://lacuna', (request) => reach.fetch(request))
  void followEvents(
    api,
    {
      joined: (fresh) => told.joined.push(fresh),
      event: (event) => told.events.push(event),
      away: (failure) => told.away.push(failure),
      different: (failure) => told.different.push(failure),
    },
    stop.signal,
  )
  return told
}

test('the first to be told is that everything must be fetched, then what happens', async () => {
  const { engine, api } = await engineInTest()
  const told = follow(engine)
  await vi.waitFor(() => expect(told.joined).toEqual([true]))
  await api.projects.create({ name: 'one' })
  await vi.waitFor(() => expect(told.events).toHaveLength(1))
})

test('a stream that breaks says so, and catches up with what it missed', async () => {
  const { engine, api } = await engineInTest()
  const line = new Cable(engine.fetch)
  const told = follow(line)
  await vi.waitFor(() => expect(told.joined).toEqual([true]))
  await api.projects.create({ name: 'one' })
  await vi.waitFor(() => expect(told.events).toHaveLength(1))
  line.pull()
  await vi.waitFor(() => expect(told.away.length).toBeGreaterThan(0))
  expect(told.away[0].message).toBe("Lacuna's engine does not answer.")
  await api.projects.create({ name: 'two' })
  line.plug()
  await vi.waitFor(() => expect(told.events).toHaveLength(2), { timeout: 5000 })
  expect(told.joined).toEqual([true, false])
})

test('another engine in its place makes the window fetch everything anew', async () => {
  const first = await engineInTest()
  const second = await engineInTest()
  const line = new Cable(first.engine.fetch)
  const told = follow(line)
  await vi.waitFor(() => expect(told.joined).toEqual([true]))
  await first.api.projects.create({ name: 'one' })
  await vi.waitFor(() => expect(told.events).toHaveLength(1))
  line.pull()
  line.plug(second.engine.fetch)
  await vi.waitFor(() => expect(told.joined).toEqual([true, false, true]), { timeout: 5000 })
})

test('an engine of another version is told apart from one that is away', async () => {
  const { engine } = await engineInTest()
  const told = follow({
    fetch: (request) => {
      const older = new Request(request)
      older.headers.set('x-lacuna-contract', '0')
      return engine.fetch(older)
    },
  })
  await vi.waitFor(() => expect(told.different).toHaveLength(1))
  expect(told.different[0].hint).toContain('Two versions of Lacuna')
})

test('a window without a key is told so in the words of the door', async () => {
  const refusal = {
    code: 'UNAUTHORIZED',
    message: 'This window has no key to Lacuna.',
    hint: 'Open the address.',
  }
  const told = follow({ fetch: async () => Response.json(refusal, { status: 401 }) })
  await vi.waitFor(() => expect(told.away[0]).toEqual(refusal))
})
