import { open } from 'node:fs/promises'
import type { FileHandle } from 'node:fs/promises'
import { ImportError } from './problems.ts'

/** Pixels of one image of a snapshot. */
export interface SnapshotShape {
  height: number
  width: number
  channels: number
}

/** A snapshot open for reading by position; it is never held as a whole. */
export interface Snapshot {
  readonly shape: SnapshotShape
  readonly images: number
  /**
   * The pixels of the images at `positions`, in that order, into `out` (uint8, `positions.length x H x W x
   * C`), which is returned. Neighbouring positions are read at once.
   */
  readRows(positions: ArrayLike<number>, out?: Uint8Array): Promise<Uint8Array>
  close(): Promise<void>
}

/** Opens a snapshot. Throws `ImportError` where the file is not a whole number of such images. */
export async function openSnapshot(path: string, shape: SnapshotShape): Promise<Snapshot> {
  const file = await open(path)
  const bytes = shape.height * shape.width * shape.channels
  const { size } = await file.stat()
  if (size % bytes === 0) return new SnapshotFile(file, shape, size / bytes)
  await file.close()
  const sides = `${shape.height} x ${shape.width} x ${shape.channels}`
  throw new ImportError(
    'snapshot',
    `${path} does not hold whole images of ${sides}.`,
    'Import the images again.',
  )
}

class SnapshotFile implements Snapshot {
  readonly shape: SnapshotShape
  readonly images: number
  #file: FileHandle
  #bytes: number

  constructor(file: FileHandle, shape: SnapshotShape, images: number) {
    this.#file = file
    this.shape = shape
    this.images = images
    this.#bytes = shape.height * shape.width * shape.channels
  }

  async readRows(positions: ArrayLike<number>, out?: Uint8Array): Promise<Uint8Array> {
    const target = out ?? new Uint8Array(positions.length * this.#bytes)
    for (let first = 0; first < positions.length;) {
      const count = runLength(positions, first)
      await this.#read(positions[first], count, target, first * this.#bytes)
      first += count
    }
    return target
  }

  async #read(position: number, count: number, out: Uint8Array, offset: number): Promise<void> {
    const wanted = count * this.#bytes
    if (!(position >= 0 && position + count <= this.images)) {
      throw new RangeError(`The snapshot has ${this.images} images; position ${position} was asked for.`)
    }
    const { bytesRead } = await this.#file.read(out, offset, wanted, position * this.#bytes)
    if (bytesRead < wanted) throw new RangeError('The snapshot became shorter while it was read.')
  }

  async close(): Promise<void> {
    await this.#file.close()
  }
}

/** How many positions from `first` on follow one another. */
function runLength(positions: ArrayLike<number>, first: number): number {
  let end = first + 1
  while (end < positions.length && positions[end] === positions[end - 1] + 1) end += 1
  return end - first
}
