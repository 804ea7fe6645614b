import { appendFileSync } from 'node:fs'
import { setTimeout } from 'node:timers/promises'
import type { ThumbnailOrder } from '../../../main/workers/messages.ts'

// Stands in for the thumbnail worker: notes what it is asked for, takes its time, and dies over what is called so.
process.on('message', async ({ id, path, target }: ThumbnailOrder) => {
  appendFileSync(target.replace(/[^/\\]*$/, 'asked'), `${path} ${process.pid}\n`)
  await setTimeout(50)
  if (path === 'deadly') process.kill(process.pid, 'SIGKILL')
  process.send!({ id, ok: true })
})
