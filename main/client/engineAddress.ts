import { readFile } from 'node:fs/promises'
import { EngineAddress, lockFile } from '../contract/lockFile.ts'

/**
 * Where the engine of a workspace says it is reached; null where none runs. A killed engine leaves its
 * address behind, and a power cut perhaps an empty file: whoever starts an engine finds out by its lock.
 */
export async function readAddress(workspace: string): Promise<EngineAddress | null> {
  const text = await readFile(lockFile(workspace), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return ''
    throw error
  })
  return text ? EngineAddress.parse(JSON.parse(text)) : null
}
