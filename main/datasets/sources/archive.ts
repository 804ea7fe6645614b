import type { Found, ImageSource } from './imageSource.ts'

/** Any source inside an archive: paths begin with the archive's name. */
export class ArchiveSource implements ImageSource {
  readonly kind = 'zip' as const
  readonly notes: string[]
  #inner: ImageSource
  #name: string

  constructor(inner: ImageSource, name: string) {
    this.notes = inner.notes
    this.#inner = inner
    this.#name = name
  }

  async *find(): AsyncGenerator<Found> {
    for await (const found of this.#inner.find()) {
      if ('image' in found) yield { image: { ...found.image, path: this.#outer(found.image.path) } }
      else if ('problem' in found)
        yield { problem: { ...found.problem, path: this.#outer(found.problem.path) } }
      else yield { other: this.#outer(found.other) }
    }
  }

  /** The archive's own name may have changed since. */
  read(path: string, limit?: number): Promise<Buffer> {
    return this.#inner.read(path.slice(path.indexOf('/') + 1), limit)
  }

  close(): Promise<void> {
    return this.#inner.close()
  }

  #outer(path: string): string {
    return `${this.#name}/${path}`
  }
}
