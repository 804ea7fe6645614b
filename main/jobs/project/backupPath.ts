import { access, constants, stat } from 'node:fs/promises'
import path from 'node:path'
import { EngineFailure } from '../../contract/errors.ts'

/** @throws EngineFailure BAD_INPUT where a backup cannot be written there */
export async function checkTarget(file: string): Promise<void> {
  if (!path.isAbsolute(file)) {
    throw new EngineFailure('BAD_INPUT', `"${file}" is not an absolute path.`, 'Give the whole path, from the root.')
  }
  if (!/\.zip$/i.test(file)) {
    throw new EngineFailure('BAD_INPUT', `${file} does not end in ".zip", and a backup is a zip file.`, 'Add ".zip" to the name.')
  }
  await refuseExisting(file)
  const folder = path.dirname(file)
  const isFolder = await stat(folder).then((found) => found.isDirectory(), () => false)
  if (!isFolder) throw new EngineFailure('BAD_INPUT', `There is no folder ${folder}.`, 'Make it, or choose another one.')
  try {
    await access(folder, constants.W_OK)
  } catch {
    throw new EngineFailure('BAD_INPUT', `The folder ${folder} may not be written to.`, 'Change its permissions, or choose another one.')
  }
}

/** A backup never takes the place of another file. @throws EngineFailure BAD_INPUT */
export async function refuseExisting(file: string): Promise<void> {
  const isThere = await stat(file).then(() => true, () => false)
  if (isThere) throw new EngineFailure('BAD_INPUT', `${file} is there already.`, 'Choose another name, or remove that file first.')
}
