import { fork } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { expect, test } from 'vitest'
import type { ExplainedEnsemble, ExplainOrder } from '../../../main/workers/messages.ts'
import { temporaryFolder } from '../../engine/temporaryFolder.ts'

const script = path.join(import.meta.dirname, '..', '..', '..', 'main', 'workers', 'explainWorker.ts')

test('a process without a runtime says so in a sentence and ends, so that the next finds one that was set up', async () => {
  const nowhere = temporaryFolder()
  const env = { ...process.env, LACUNA_RUNTIME: nowhere }
  const worker = fork(script, [], { execArgv: [], env, serialization: 'advanced', stdio: ['ignore', 'ignore', 'inherit', 'ipc'] })
  const of = { kind: 'cl-vae', members: [] } as unknown as ExplainedEnsemble
  worker.send({ of, want: 'redrawn', position: 0 } satisfies ExplainOrder)
  const [answer] = await once(worker, 'message')
  expect(answer).toMatchObject({ ok: false, message: expect.stringMatching(/^There is no TensorFlow runtime in .*: install one in the settings/) })
  if (worker.exitCode === null) await once(worker, 'exit')
  expect(worker.exitCode).toBe(0)
})
