import { createHash } from 'node:crypto'
import { existsSync, lstatSync, mkdirSync, realpathSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { EngineFailure } from '../../contract/errors.ts'

/**
 * The length of a unix socket's path is limited to 104 bytes on macOS and 108 on Linux, with the zero at its
 * end.
 */
const longestPath = 103

/**
 * Where the engine of a workspace listens: a named pipe on Windows, else a unix socket in a folder that only
 * this user can enter. It is named by the workspace, not inside it: its path could be too long.
 * @throws EngineFailure where somebody else could enter that folder
 */
export function socketPath(workspace: string): string {
  const name = createHash('sha256').update(realpathSync(workspace)).digest('hex').slice(0, 16)
  if (process.platform === 'win32') return `\\\\.\\pipe\\lacuna-${name}`
  const sockets = privateFolders().map((folder) => path.join(folder, `${name}.sock`))
  const socket = sockets.find((one) => Buffer.byteLength(one) <= longestPath) ?? sockets.at(-1)!
  makePrivate(path.dirname(socket))
  return socket
}

function privateFolders(): string[] {
  const runtime = process.env.XDG_RUNTIME_DIR
  const own = `lacuna-${process.getuid!()}`
  return [
    ...(runtime && existsSync(runtime) ? [path.join(runtime, 'lacuna')] : []), path.join(tmpdir(), own),
    `/tmp/${own}`,
  ]
}

function makePrivate(folder: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const stats = lstatSync(folder)
  if (stats.isDirectory() && stats.uid === process.getuid!() && (stats.mode & 0o077) === 0) return
  throw new EngineFailure(
    'UNAVAILABLE',
    `The folder ${folder} for the engine's socket belongs to somebody else, or others may enter it.`,
    'Remove it, or set XDG_RUNTIME_DIR to a folder of your own.',
  )
}
