import type { Dirent } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
import path from 'node:path'
import { runtimeFolder } from '../../compute/runtimeFolder.mjs'
import type { WorkspaceFolder } from '../../contract/workspace.ts'

const below = ['artefacts', 'cache', 'logs', 'backups', 'samples', 'uploads', 'work'] as const

/** Looks at what lies in a workspace; a folder that is not there has nothing in it. */
export async function workspaceFolders(workspace: string): Promise<WorkspaceFolder[]> {
  const folders = below.map(async (id) => ({ id, path: path.join(workspace, id), ...(await sizeOf(path.join(workspace, id))) }))
  const runtime = runtimeFolder()
  return [
    await database(workspace), ...(await Promise.all(folders)), { id: 'runtime', path: runtime, ...(await sizeOf(runtime)) },
  ]
}

/** SQLite's own files: the database and what was not written into it yet. */
async function database(workspace: string): Promise<WorkspaceFolder> {
  const file = path.join(workspace, 'lacuna.db')
  const sizes = (await Promise.all([file, `${file}-wal`, `${file}-shm`].map(bytesOf))).filter((bytes) => bytes !== null)
  return { id: 'database', path: file, files: sizes.length, bytes: sizes.reduce((sum, bytes) => sum + bytes, 0) }
}

async function sizeOf(folder: string): Promise<{ files: number; bytes: number }> {
  const total = { files: 0, bytes: 0 }
  for (const entry of await entriesOf(folder)) {
    const place = path.join(folder, entry.name)
    // Links are not followed: what they lead to is not here.
    const found = entry.isDirectory() ? await sizeOf(place) : { files: 1, bytes: entry.isFile() ? (await bytesOf(place)) ?? 0 : 0 }
    total.files += found.files
    total.bytes += found.bytes
  }
  return total
}

/** Null for a file that is not there, or went just now. */
async function bytesOf(file: string): Promise<number | null> {
  return stat(file).then(({ size }) => size, absent)
}

async function entriesOf(folder: string): Promise<Dirent[]> {
  return (await readdir(folder, { withFileTypes: true }).catch(absent)) ?? []
}

function absent(error: NodeJS.ErrnoException): null {
  if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return null
  throw error
}
