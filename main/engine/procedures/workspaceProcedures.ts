import { contractVersion } from '../../contract/contract.ts'
import { plannedDevice } from '../../jobs/devices/devices.ts'
import { diagnosticsText } from '../../jobs/workspace/diagnostics.ts'
import { workspaceFolders } from '../../jobs/workspace/folders.ts'
import { engineLogFile } from '../log.ts'
import type { EngineParts } from '../parts.ts'
import { procedures } from './procedures.ts'
import { version } from '../version.ts'

export function workspaceProcedures(parts: EngineParts) {
  const { store, thumbnails, started, cores } = parts
  const { folders, emptyCache, diagnostics } = procedures.workspace
  return {
    folders: folders.handler(() => workspaceFolders(store.workspace)),
    emptyCache: emptyCache.handler(async () => ({ freedBytes: await thumbnails.clear() })),
    diagnostics: diagnostics.handler(async () => {
      const { kind, name, fallback } = await plannedDevice(parts)
      const log = engineLogFile(store.workspace)
      const device = `${kind === 'gpu' ? 'graphics card' : 'processor'} ${name}${fallback === null ? '' : `. ${fallback}`}`
      return { text: await diagnosticsText(store, { version, contract: contractVersion, started, cores, device, log }) }
    }),
  }
}
