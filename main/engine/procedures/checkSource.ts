import { access } from 'node:fs/promises'
import path from 'node:path'
import { EngineFailure } from '../../contract/errors.ts'

/** @throws EngineFailure BAD_INPUT where what a user named is not there, may not be read, or is no absolute path */
export async function checkSource(source: string): Promise<void> {
  if (!path.isAbsolute(source)) throw new EngineFailure('BAD_INPUT', `"${source}" is not an absolute path.`, 'Give the whole path, from the root.')
  try {
    await access(source)
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code === 'ENOENT' ? 'is not there' : 'may not be read'
    throw new EngineFailure('BAD_INPUT', `${source} ${reason}.`, 'Check the path and its permissions.')
  }
}
