import { readdir, rm } from 'node:fs/promises'
import path from 'node:path'
import type { Store } from '../../store/openStore.ts'
import { uploadsFolder } from './uploadPlace.ts'

/**
 * Removes what was sent and is no image set's source: what was never imported, and what its sets were removed from. For
 * the start of an engine, before anything is sent.
 * @returns what went, by path
 */
export async function sweepUploads(store: Store): Promise<string[]> {
  const root = uploadsFolder(store.workspace)
  const needed = new Set(store.imageSets.sources().map((source) => path.dirname(source)))
  const folders = await readdir(root).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return []
    throw error
  })
  const left = folders.map((name) => path.join(root, name)).filter((folder) => !needed.has(folder))
  for (const folder of left) await rm(folder, { recursive: true, force: true })
  return left
}
