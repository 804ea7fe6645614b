import { createHash } from 'node:crypto'
import { toProblem } from '../problems.ts'
import type { ImageSource } from '../sources/imageSource.ts'
import type { ImportedImages } from './importedImages.ts'
import type { WrittenSince } from './writtenSince.ts'

/** What originals are compared by: where they are read, what was imported, and when their files were written. */
export interface Originals {
  source: ImageSource
  imported: ImportedImages
  written: WrittenSince
}

interface Compared {
  path: string
  is: 'same' | 'changed' | 'removed' | 'unread'
}

/** Compares images by the hash of their bytes, as far as they were written since the import. */
export class ContentComparison {
  compared = 0
  unread = 0
  readonly #originals: Originals
  readonly #mostRead: number | null

  /** @param mostRead of the images written since; null reads every image */
  constructor(originals: Originals, mostRead: number | null) {
    this.#originals = originals
    this.#mostRead = mostRead
  }

  async of(path: string): Promise<Compared> {
    if (this.#mostRead !== null) {
      if (!(await this.#originals.written.has(path))) return { path, is: 'same' }
      if (this.compared >= this.#mostRead) {
        this.unread += 1
        return { path, is: 'unread' }
      }
    }
    this.compared += 1
    return { path, is: await this.#read(path) }
  }

  async #read(path: string): Promise<Compared['is']> {
    const { source, imported } = this.#originals
    try {
      const hash = createHash('sha256').update(await source.read(path)).digest('hex')
      return hash === imported.hash(path) ? 'same' : 'changed'
    } catch (error) {
      return toProblem(path, error).code === 'missing' ? 'removed' : 'changed'
    }
  }
}
