import type { Readable } from 'node:stream'
import { promisify } from 'node:util'
import { type Entry, open, type Options, type ZipFile } from 'yauzl'

/** Opens a zip file, whose entries are to be read one by one; to be closed. */
export const openZip: (file: string, options: Options) => Promise<ZipFile> = promisify<string, Options, ZipFile>(open)

/** Hands on each entry of an archive's directory. Rejects with what the directory is damaged by, or with what `take` throws. */
export function eachEntry(zip: ZipFile, take: (entry: Entry) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    zip.on('entry', (entry: Entry) => {
      try {
        take(entry)
        zip.readEntry()
      } catch (error) {
        reject(error)
      }
    })
    zip.on('error', reject)
    zip.on('end', () => resolve())
    zip.readEntry()
  })
}

/** An entry's bytes, unpacked. */
export function entryStream(zip: ZipFile, entry: Entry): Promise<Readable> {
  return new Promise((resolve, reject) => {
    zip.openReadStream(entry, (error, stream) => (error ? reject(error) : resolve(stream)))
  })
}
