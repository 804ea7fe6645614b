import { mkdirSync } from 'node:fs'
import { pageHeader } from '../contract/headers.ts'
import { lockedExitCode } from '../contract/lockFile.ts'
import { Clients } from './host/clients.ts'
import { processOptions } from './engineOptions.ts'
import { IdleExit } from './host/idleExit.ts'
import { openLog } from './log.ts'
import { getNode24, hasNodeApi, needsNode24 } from '../store/nodeApi.ts'

// The engine as a process of its own, for all hosts: prints nothing, logs into the workspace.
const options = processOptions(process.argv.slice(2))
mkdirSync(options.workspace, { recursive: true })
const log = openLog(options.workspace)
process.on('uncaughtException', fail)
if (!hasNodeApi) fail(new Error(`${needsNode24} ${getNode24}`))
await main()

/** What runs is taken up by the next engine. */
function fail(error: unknown): never {
  log.fatal({ err: error }, (error as Error).message)
  process.exit(1)
}

async function main(): Promise<void> {
  const { takeLock } = await import('../store/lock.ts')
  const lock = await takeLock(options.workspace)
  if (!lock) process.exit(lockedExitCode)
  const { runtimeInUse } = await import('../jobs/runtimeInUse.ts')
  const { startEngine } = await import('./startEngine.ts')
  const { detectorDescriptions } = await import('../detectors/registry.ts')
  const { BrowserDoor } = await import('./host/browserDoor.ts')
  const { closeServer, listenAt } = await import('./host/listen.ts')
  const { socketPath } = await import('./host/socketPath.ts')
  const { usualPort } = await import('./host/usualPort.ts')

  const { workspace, cores, scripts, idleExit, renderer } = options
  const clients = new Clients(() => idle?.touch())
  const door = new BrowserDoor((request, caller) => engine.fetch(request, caller), clients, usualPort(workspace))
  const engine = await startEngine({
    workspace, cores, scripts, detectors: detectorDescriptions, runtime: runtimeInUse, log, renderer,
    browser: (again) => door.open(again),
    clients: () => clients.count, onStop: () => setImmediate(end, 'a client asked for it'), onEvent: () => idle?.touch(),
  })
  const isIdle = () => clients.count === 0 && !engine.queue.busy
  const idle = idleExit === null ? null : new IdleExit(idleExit, isIdle, () => end('nobody needs it'))
  const address = socketPath(workspace)
  const server = await listenAt(address, (request) => engine.fetch(request, { isPage: request.headers.has(pageHeader) }))
  clients.watch(server)
  lock.publish({ pid: process.pid, address, started: new Date().toISOString() })
  engine.takeUp()
  idle?.touch()
  log.info({ address, cores }, 'The engine runs.')

  let ending = false
  async function end(reason: string): Promise<void> {
    if (ending) return
    ending = true
    log.info({ reason }, 'The engine ends.')
    await engine.close()
    await Promise.all([closeServer(server), door.close()])
    lock!.release()
    process.exit(0)
  }
  process.on('SIGTERM', () => end('SIGTERM'))
  process.on('SIGINT', () => end('SIGINT'))
}
