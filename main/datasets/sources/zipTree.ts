import { createWriteStream } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { crc32 } from 'node:zlib'
import type { Entry, ZipFile } from 'yauzl'
import { entryStream, openZip } from '../../archive/zipFile.ts'
import { MAXIMUM_FILE_BYTES, tooManyBytes } from '../limits.ts'
import { ImportError, PictureProblem } from '../problems.ts'
import { lastName } from './tree.ts'
import type { Tree, TreeEntry } from './tree.ts'
import { ZipIndex } from './zipIndex.ts'

/** The files inside a zip archive, read one by one without unpacking it. Links are ignored. */
export class ZipTree implements Tree {
  #zip: ZipFile
  #index: ZipIndex

  private constructor(zip: ZipFile, index: ZipIndex) {
    this.#zip = zip
    this.#index = index
  }

  /**
   * Throws `ImportError` for a file that is no archive, points outside itself, or unpacks to far too much.
   */
  static async open(file: string): Promise<ZipTree> {
    const zip = await openZip(file, { lazyEntries: true, autoClose: false }).catch((error) => {
      throw explained(error, file)
    })
    try {
      return new ZipTree(zip, await ZipIndex.read(zip, path.basename(file)))
    } catch (error) {
      zip.close()
      throw explained(error, file)
    }
  }

  async list(folder: string): Promise<TreeEntry[]> {
    return this.#index.list(folder)
  }

  async read(at: string, limit = Infinity): Promise<Buffer> {
    const entry = this.#entry(at)
    if (limit === Infinity && entry.uncompressedSize > MAXIMUM_FILE_BYTES)
      throw tooManyBytes(entry.uncompressedSize)
    const bytes = await firstBytes(await this.#stream(entry), limit)
    if (bytes.length === entry.uncompressedSize && crc32(bytes) !== entry.crc32) throw damaged()
    return bytes
  }

  async place(at: string, scratch: string): Promise<string> {
    const target = path.join(scratch, lastName(at))
    await mkdir(scratch, { recursive: true })
    await pipeline(await this.#stream(this.#entry(at)), createWriteStream(target))
    return target
  }

  async close(): Promise<void> {
    this.#zip.close()
  }

  #entry(at: string): Entry {
    const entry = this.#index.find(at)
    if (!entry) throw new PictureProblem('missing', 'There is no such file in the archive.')
    if (entry.isEncrypted())
      throw new PictureProblem('encrypted', 'It is locked with a password in the archive.')
    if (entry.compressionMethod === 0 || entry.compressionMethod === 8) return entry
    throw new PictureProblem('unsupported', 'It is packed with a method that is not read. Use a plain zip.')
  }

  #stream(entry: Entry): Promise<Readable> {
    return entryStream(this.#zip, entry).catch(() => {
      throw damaged()
    })
  }
}

async function firstBytes(stream: Readable, limit: number): Promise<Buffer> {
  const parts: Buffer[] = []
  let length = 0
  try {
    for await (const part of stream) {
      parts.push(part)
      length += part.length
      if (length >= limit) break
    }
  } catch (error) {
    throw error instanceof Error ? damaged() : error
  }
  const bytes = parts.length === 1 ? parts[0] : Buffer.concat(parts, length)
  return length > limit ? bytes.subarray(0, limit) : bytes
}

function damaged(): PictureProblem {
  return new PictureProblem('damaged', 'It is damaged in the archive and cannot be unpacked.')
}

const OUTSIDE = /invalid relative path|absolute path|invalid characters in fileName/

function explained(error: unknown, file: string): unknown {
  if (error instanceof ImportError || !(error instanceof Error) || 'errno' in error) return error
  if (OUTSIDE.test(error.message)) {
    const what = `${file} holds an entry that points outside the archive (${error.message}).`
    return new ImportError('zip', what, 'Such an archive is not opened. Pack the images again.')
  }
  const what = `${file} is not a zip archive, or it is cut off or damaged.`
  return new ImportError('zip', what, 'Fetch it again, or unpack it and choose the folder.')
}
