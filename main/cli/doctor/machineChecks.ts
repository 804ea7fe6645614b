import { access, constants, statfs } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { bytes } from '../output/format.ts'
import { bad, good } from './check.ts'
import type { Check } from './check.ts'

const leastFree = 2e9
const leastMemory = 2e9

/** The Node this runs on: better-sqlite3 crashes below Node-API 10. */
export function nodeCheck(): Check {
  const detail = `${process.version}, Node-API ${process.versions.napi}, ${process.execPath}`
  const [major] = process.versions.node.split('.').map(Number)
  if (major >= 24 && Number(process.versions.napi) >= 10) return good('Node', detail)
  return bad(
    'Node',
    detail,
    'Lacuna needs Node 24: run "npm run setup" in its folder and start it with its own command.',
  )
}

/** The machine, in words. */
export function machineCheck(): Check {
  const memory = os.totalmem()
  const system = `${os.type()} ${os.release()} ${os.arch()}`
  const detail = `${system}, ${os.availableParallelism()} cores, ${bytes(memory)} memory`
  return memory >= leastMemory
    ? good('machine', detail)
    : bad('machine', detail, 'Training needs about 2 GB of memory.')
}

/** Where data lies, whether it can be written, and how much room is left. */
export async function workspaceChecks(workspace: string): Promise<Check[]> {
  const folder = await nearestFolder(workspace)
  const from = process.env.LACUNA_HOME ? ' (from LACUNA_HOME)' : ''
  const writable = await access(folder, constants.W_OK).then(
    () => true,
    () => false,
  )
  const place = writable
    ? good('workspace', `${workspace}${from}`)
    : bad(
        'workspace',
        `${workspace} may not be written to`,
        'Change its permissions, or set LACUNA_HOME to another folder.',
      )
  return [place, await diskCheck(folder)]
}

async function diskCheck(folder: string): Promise<Check> {
  const { bavail, bsize } = await statfs(folder)
  const detail = `${bytes(bavail * bsize)} free`
  return bavail * bsize >= leastFree
    ? good('disk', detail)
    : bad('disk', detail, 'Free some space, or set LACUNA_HOME to a folder on a larger disk.')
}

/** The folder itself, or the nearest above it that is there already. */
async function nearestFolder(folder: string): Promise<string> {
  const there = await access(folder).then(
    () => true,
    () => false,
  )
  return there || path.dirname(folder) === folder ? folder : nearestFolder(path.dirname(folder))
}
