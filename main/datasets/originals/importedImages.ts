import type { ImageRow } from '../importRequest.ts'
import { readLines } from '../lines.ts'
import type { FoundImage } from '../sources/imageSource.ts'

type Kept = Pick<ImageRow, 'hash' | 'label' | 'split' | 'givenSplit'> & { seen: boolean }

/** The images of an import by their paths, and which of them were seen again. */
export class ImportedImages {
  readonly #rows = new Map<string, Kept>()
  readonly #classes: string[]

  private constructor(classes: string[]) {
    this.#classes = classes
  }

  /** @param rows the import's `images.ndjson` */
  static async read(rows: string, classes: string[]): Promise<ImportedImages> {
    const images = new ImportedImages(classes)
    for await (const { path, hash, label, split, givenSplit } of readLines<ImageRow>(rows)) {
      images.#rows.set(path, { hash, label, split, givenSplit, seen: false })
    }
    return images
  }

  /** Whether the path is that of an image, which then counts as seen. */
  see(path: string): boolean {
    const row = this.#rows.get(path)
    if (row) row.seen = true
    return row !== undefined
  }

  hash(path: string): string {
    return this.#rows.get(path)!.hash
  }

  /** Whether an image has another class than it had, or its source gives it another split. */
  isRelabelled({ path, className, split }: FoundImage): boolean {
    const { label, split: before, givenSplit } = this.#rows.get(path)!
    if (className !== (label === null ? null : this.#classes[label])) return true
    if ((split !== null) !== givenSplit) return true
    // Of those given as training images an import takes the splits that the source lacks.
    return split !== null && split !== 'train' && split !== before
  }

  /** The paths that were not seen again, in the order of the import. */
  *unseen(): Generator<string> {
    for (const [path, { seen }] of this.#rows) if (!seen) yield path
  }
}
