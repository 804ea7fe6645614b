import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { expect, test } from 'vitest'
import { workspaceInTest } from './enginesInTest.ts'

setFlagsFromString('--expose-gc')
const collectGarbage = runInNewContext('gc') as () => void

test('a stream of events ends when its caller breaks it off, also after garbage was collected', async () => {
  const { join } = workspaceInTest()
  const { api } = await join()
  const breakOff = new AbortController()
  const events = await api.jobs.events({}, { signal: breakOff.signal })
  const next = events.next()
  for (let turn = 0; turn < 5; turn++) {
    await new Promise((resolve) => setTimeout(resolve, 20))
    collectGarbage()
  }
  breakOff.abort()
  // Which of the two ends of the connection hears of it first decides whether it ends by an error.
  const ended = await next.then(({ done }) => done, () => true)
  expect(ended).toBe(true)
})
