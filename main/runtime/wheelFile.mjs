import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdir, rm } from 'node:fs/promises'
import path from 'node:path'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { text } from 'node:stream/consumers'
import { SetupError } from './setupError.mjs'

/** Whether a wheel is whole, as far as its table of contents says: a cut-off zip has none. */
export async function checkWheel(file, ours = true) {
  await readFromWheel(file, /\.dist-info\/RECORD$/, ours)
}

/** The text of the one file in a wheel whose name fits. */
export async function readFromWheel(file, pattern, ours = true) {
  const zip = await openWheel(file, ours)
  try {
    for await (const entry of zip.eachEntry()) {
      if (pattern.test(entry.fileName)) return await text(await zip.openReadStreamPromise(entry))
    }
  } finally {
    zip.close()
  }
  throw damaged(file, `it has no ${pattern.source}`, ours)
}

/**
 * Unpacks the files of a wheel whose names fit into `folder`, each checked against the SHA-256 that the
 * wheel's RECORD states. A damaged wheel is deleted where it is `ours`, so that the next try gets it anew.
 * @param onBytes called with the bytes of each piece written
 * @param stop an AbortSignal that gives it up
 */
export async function unpackWheel(file, wanted, folder, { onBytes, ours = true, stop } = {}) {
  const hashes = recordedHashes(await readFromWheel(file, /\.dist-info\/RECORD$/, ours))
  const zip = await openWheel(file, ours)
  try {
    for await (const entry of zip.eachEntry()) {
      if (entry.fileName.endsWith('/') || !wanted(entry.fileName)) continue
      const hash = await unpackEntry(zip, entry, path.join(folder, entry.fileName), onBytes, stop)
      if (hash !== hashes.get(entry.fileName))
        throw new Error(`${entry.fileName} does not match its checksum`)
    }
  } catch (error) {
    if (error.syscall || stop?.aborted) throw error
    if (ours) await rm(file, { force: true })
    throw damaged(file, error.message, ours)
  } finally {
    zip.close()
  }
}

async function unpackEntry(zip, entry, target, onBytes, stop) {
  await mkdir(path.dirname(target), { recursive: true })
  const hash = createHash('sha256')
  const watch = new Transform({
    transform(piece, _encoding, done) {
      hash.update(piece)
      onBytes?.(piece.length)
      done(null, piece)
    },
  })
  // NVIDIA's wheels bring programs (ptxas), which must stay executable.
  const mode = (entry.externalFileAttributes >>> 16) & 0o777 || 0o644
  await pipeline(await zip.openReadStreamPromise(entry), watch, createWriteStream(target, { mode }), { signal: stop })
  return hash.digest('base64url')
}

/** RECORD is a CSV of path, sha256=..., size. */
function recordedHashes(record) {
  const rows = record.split(/\r?\n/).map((line) => /^"?(.*?)"?,sha256=([\w-]+),/.exec(line))
  return new Map(rows.filter(Boolean).map(([, name, hash]) => [name, hash]))
}

async function openWheel(file, ours) {
  // Imported here, because this file is read before the npm packages are installed.
  const { openPromise } = await import('yauzl')
  try {
    return await openPromise(file)
  } catch (error) {
    throw damaged(file, error.message, ours)
  }
}

function damaged(file, reason, ours) {
  const remedy = ours ? 'It is not kept: run this again.' : 'Download it anew, and run this again.'
  return new SetupError(`The wheel ${path.basename(file)} is damaged or was cut off (${reason}). ${remedy}`)
}
