import { mkdir } from 'node:fs/promises'
import { EngineFailure } from '../../contract/errors.ts'

/**
 * Makes the folder that a person wants something written to.
 * @throws EngineFailure BAD_INPUT where it cannot be made
 */
export async function makeOutputFolder(directory: string): Promise<void> {
  try {
    await mkdir(directory, { recursive: true })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOSPC') throw error
    throw new EngineFailure(
      'BAD_INPUT', `The folder ${directory} cannot be made: ${(error as Error).message}.`,
      'Choose another folder.',
    )
  }
}
