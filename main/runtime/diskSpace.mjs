import { statfsSync } from 'node:fs'
import { megabytes } from './megabytes.mjs'
import { SetupError } from './setupError.mjs'

/** @throws SetupError where the disk that `folder` lies on has less than `needed` bytes left for this user */
export function requireSpace(folder, needed) {
  const { bavail, bsize } = statfsSync(folder)
  const free = bavail * bsize
  if (free >= needed) return
  throw new SetupError(
    `The TensorFlow runtime needs ${megabytes(needed)} in ${folder}, where ${megabytes(free)} are left: ` +
      'make room, or name another folder in the environment variable LACUNA_RUNTIME.',
  )
}

/**
 * Runs `work`, which writes into `folder`; where the system refuses to write, a SetupError says what that
 * means.
 */
export async function explainWriting(folder, work) {
  try {
    return await work()
  } catch (error) {
    const sentence = sentenceFor(error, folder)
    throw sentence ? new SetupError(sentence, { cause: error }) : error
  }
}

function sentenceFor(error, folder) {
  if (error.code === 'ENOSPC' || error.code === 'EDQUOT') {
    return `The disk is full at ${folder}: make room and run this again; complete downloads are kept.`
  }
  if (['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'EEXIST'].includes(error.code)) {
    return (
      `The folder ${folder} cannot be written (${error.code}): change its permissions, ` +
      'or name another folder in the environment variable LACUNA_RUNTIME.'
    )
  }
  return undefined
}
