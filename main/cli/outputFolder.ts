import { constants } from 'node:fs'
import { access, mkdir } from 'node:fs/promises'
import { absolute } from './callerFolder.ts'
import { usageFailure } from './failures.ts'

/**
 * Makes the folder for results if there is none, before anything takes long, and makes sure it can be written
 * to.
 */
export async function readyOutputFolder(folder: string): Promise<string> {
  const full = absolute(folder)
  try {
    await mkdir(full, { recursive: true })
    await access(full, constants.W_OK)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    const reason =
      code === 'EEXIST' || code === 'ENOTDIR'
        ? 'a file is in its place'
        : `it may not be written to (${code})`
    throw usageFailure(`Results cannot be written to ${full}: ${reason}.`, 'Name another folder with --out.')
  }
  return full
}

/** A folder or file to be read: it must be there. */
export async function existingSource(source: string): Promise<string> {
  const full = absolute(source)
  try {
    await access(full, constants.R_OK)
  } catch (error) {
    const missing = (error as NodeJS.ErrnoException).code === 'ENOENT'
    throw usageFailure(
      missing ? `There is no ${full}.` : `${full} may not be read.`,
      'Check the path and its permissions.',
    )
  }
  return full
}
