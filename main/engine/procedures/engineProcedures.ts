import { contractVersion } from '../../contract/contract.ts'
import { EngineFailure } from '../../contract/errors.ts'
import { plannedDevice } from '../../jobs/devices/devices.ts'
import type { EngineParts } from '../parts.ts'
import { procedures } from './procedures.ts'
import { version } from '../version.ts'

export function engineProcedures(parts: EngineParts) {
  const { store, queue, cores, started, clients, browser, stop } = parts
  return {
    status: procedures.engine.status.handler(() => ({
      version, contract: contractVersion, pid: process.pid, workspace: store.workspace, started, cores,
      residentBytes: process.memoryUsage.rss(), running: queue.running, clients: clients(),
    })),
    device: procedures.engine.device.handler(() => plannedDevice(parts)),
    browser: procedures.engine.browser.handler(({ input, context }) => {
      if (context.isPage) throw new EngineFailure('BAD_INPUT', 'A page is not told the key that it came in with.')
      return browser(input.again)
    }),
    stop: procedures.engine.stop.handler(() => {
      stop()
      return { stopped: true }
    }),
  }
}
