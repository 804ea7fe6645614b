import { readdir, rm } from 'node:fs/promises'
import path from 'node:path'
import type { Store } from './openStore.ts'

/**
 * Removes what no record names: artefact files, artefacts that nothing refers to, and folders of `work/` that
 * no unfinished member needs. For the start of an engine, before any job runs.
 * @returns what went, by path
 */
export async function sweep(store: Store): Promise<string[]> {
  store.artefacts.collect()
  const known = new Set(store.artefacts.files())
  const strays = (await filesBelow(store.artefacts.root)).filter((file) => !known.has(file))
  const needed = new Set(store.members.unfinishedKeys().map((key) => `member-${key}`))
  const work = path.join(store.workspace, 'work')
  const left = (await entries(work)).filter((name) => !needed.has(name)).map((name) => path.join(work, name))
  for (const file of [...strays, ...left]) await rm(file, { recursive: true, force: true })
  return [...strays, ...left]
}

async function filesBelow(root: string): Promise<string[]> {
  const files: string[] = []
  for (const folder of await entries(root)) {
    for (const name of await entries(path.join(root, folder))) files.push(path.join(root, folder, name))
  }
  return files
}

async function entries(folder: string): Promise<string[]> {
  try {
    return await readdir(folder)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOENT' || code === 'ENOTDIR') return []
    throw error
  }
}
