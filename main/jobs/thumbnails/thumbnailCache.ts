import { readdir, readFile, rm, stat, utimes } from 'node:fs/promises'
import path from 'node:path'

/** Files are told to have been used at most once a day: that is what decides which go first. */
const touchAfter = 86_400_000

interface Entry { file: string; bytes: number; used: number }

/** Thumbnails on disk, by what decides their pixels. They can all be made again, so the oldest go when there are too many. */
export class ThumbnailCache {
  readonly #root: string
  readonly #limit: number
  /** Unknown at the start: then the first that is added has them counted. */
  #added = Infinity
  #trimming: Promise<void> | null = null

  /** @param limit bytes, which may be exceeded by an eighth for a while */
  constructor(root: string, limit: number) {
    this.#root = root
    this.#limit = limit
  }

  place(name: string): string {
    return path.join(this.#root, name.slice(0, 2), name)
  }

  /** @returns null where it is not there */
  async read(name: string): Promise<Buffer<ArrayBuffer> | null> {
    const file = this.place(name)
    try {
      const bytes = await readFile(file)
      const { mtimeMs } = await stat(file)
      if (Date.now() - mtimeMs > touchAfter) await utimes(file, new Date(), new Date())
      return bytes
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
      throw error
    }
  }

  /** To be told of each file that was put to its place. */
  added(bytes: number): void {
    this.#added += bytes
    if (this.#added <= this.#limit / 8) return
    this.#trimming ??= this.trim().finally(() => {
      this.#trimming = null
    })
    this.#trimming.catch(() => undefined)
  }

  /** Removes those that were not used for longest, until the rest is within the limit. */
  async trim(): Promise<void> {
    this.#added = 0
    const entries = (await this.#entries()).sort((a, b) => b.used - a.used)
    let bytes = 0
    for (const entry of entries) {
      bytes += entry.bytes
      if (bytes > this.#limit) await rm(entry.file, { force: true })
    }
  }

  /** Removes all. @returns their bytes */
  async clear(): Promise<number> {
    const entries = await this.#entries()
    for (const { file } of entries) await rm(file, { force: true })
    this.#added = 0
    return entries.reduce((sum, { bytes }) => sum + bytes, 0)
  }

  async #entries(): Promise<Entry[]> {
    const entries: Entry[] = []
    for (const folder of await names(this.#root)) {
      for (const name of await names(path.join(this.#root, folder))) {
        const file = path.join(this.#root, folder, name)
        const stats = await stat(file).catch(() => null)
        if (stats) entries.push({ file, bytes: stats.size, used: stats.mtimeMs })
      }
    }
    return entries
  }
}

async function names(folder: string): Promise<string[]> {
  try {
    return await readdir(folder)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return []
    throw error
  }
}
