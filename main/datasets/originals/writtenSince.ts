import { stat } from 'node:fs/promises'
import { originalFile } from '../sources/originalFile.ts'
import type { OriginalsRequest } from './originalsRequest.ts'

/** Tells of the images of a source whether their files were written after its import began. */
export class WrittenSince {
  readonly #request: OriginalsRequest
  readonly #isFolder: boolean
  #last: { file: string; answer: Promise<boolean> } | null = null

  private constructor(request: OriginalsRequest, isFolder: boolean) {
    this.#request = request
    this.#isFolder = isFolder
  }

  static async of(request: OriginalsRequest): Promise<WrittenSince> {
    return new WrittenSince(request, (await stat(request.source)).isDirectory())
  }

  /** A file of many images is asked once while they follow each other. */
  has(image: string): Promise<boolean> {
    const { source, sourceKind } = this.#request
    const file = originalFile(source, this.#isFolder, sourceKind, image)
    if (this.#last?.file !== file) this.#last = { file, answer: this.#ask(file) }
    return this.#last.answer
  }

  /** A copy keeps the time of its content, but its change of state shows when it came. */
  async #ask(file: string): Promise<boolean> {
    const stats = await stat(file).catch(() => null)
    // Of one that cannot be asked, whoever reads it is told why.
    return stats === null || Math.max(stats.mtimeMs, stats.ctimeMs) >= this.#request.imported
  }
}
