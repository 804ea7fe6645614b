import { randomUUID } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdir, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import { type Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { EngineFailure } from '../../contract/errors.ts'
import { checkUpload, uploadsFolder } from './uploadPlace.ts'

/**
 * Writes what a browser sends into the workspace, as it comes. What breaks off leaves nothing.
 * @param bytes how many were announced: neither more nor fewer are taken
 * @returns the whole path of the file
 * @throws EngineFailure as `checkUpload`, and BAD_INPUT where another number of bytes came
 */
export async function receiveUpload(
  workspace: string, { name, bytes }: { name: string; bytes: number }, body: Readable,
): Promise<string> {
  await checkUpload(workspace, name, bytes)
  const folder = path.join(uploadsFolder(workspace), randomUUID())
  const [part, whole] = [path.join(folder, 'part'), path.join(folder, name)]
  await mkdir(folder, { recursive: true })
  try {
    await pipeline(body, exactly(bytes, name), createWriteStream(part))
    await rename(part, whole)
    return whole
  } catch (error) {
    await rm(folder, { recursive: true, force: true })
    throw error
  }
}

function exactly(bytes: number, name: string): Transform {
  let came = 0
  const wrong = () => new EngineFailure('BAD_INPUT', `“${name}” did not come whole: ${came} of ${bytes} bytes did.`, 'Send it again.')
  return new Transform({
    transform(chunk: Uint8Array, _, done) {
      came += chunk.length
      if (came > bytes) done(wrong())
      else done(null, chunk)
    },
    flush: (done) => done(came === bytes ? null : wrong()),
  })
}
