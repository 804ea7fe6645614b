import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, stat } from 'node:fs/promises'
import path from 'node:path'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import { ImportError } from '../problems.ts'
import { MAXIMUM_ZIP_RATIO, MINIMUM_ZIP_ALLOWANCE } from '../limits.ts'
import { lastName } from './tree.ts'
import type { Tree } from './tree.ts'

/**
 * The path of a file that can be read by position: the file itself, or a copy in `scratch` of what lies
 * in an archive or behind .gz, unpacked to at most `limit` bytes.
 */
export async function placeUnzipped(
  tree: Tree,
  name: string,
  scratch: string,
  limit?: number,
): Promise<string> {
  const at = await tree.place(name, scratch)
  if (!/\.gz$/i.test(name)) return at
  const target = path.join(scratch, `${lastName(name)}.unzipped`)
  const allowed = limit ?? Math.max(MINIMUM_ZIP_ALLOWANCE, (await stat(at)).size * MAXIMUM_ZIP_RATIO)
  await mkdir(scratch, { recursive: true })
  try {
    await pipeline(createReadStream(at), createGunzip(), atMost(allowed, name), createWriteStream(target))
  } catch (error) {
    throw plain(error, name)
  }
  return target
}

function atMost(bytes: number, name: string): Transform {
  let seen = 0
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      seen += chunk.length
      done(seen > bytes ? tooLarge(name) : null, chunk)
    },
  })
}

function tooLarge(name: string): ImportError {
  return new ImportError(
    'too-large',
    `${name} unpacks to far more than such a file holds.`,
    'Unpack it yourself.',
  )
}

function plain(error: unknown, name: string): unknown {
  const code = (error as NodeJS.ErrnoException).code
  if (code !== 'Z_BUF_ERROR' && code !== 'Z_DATA_ERROR') return error
  return new ImportError(
    'damaged',
    `${name} is cut off or damaged: it cannot be unpacked.`,
    'Fetch it again.',
  )
}
