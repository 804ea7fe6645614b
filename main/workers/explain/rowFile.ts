import { closeSync, fstatSync, openSync, readSync } from 'node:fs'

/** Some rows of a file of raw little-endian floats, images x width. */
export interface Rows { width: number; values: Float32Array }

/**
 * Reads rows by position, so that a file of many images is never held as a whole.
 * @param images how many rows the file has
 * @throws RangeError where it has no such row
 */
export function readRows(file: string, images: number, positions: ArrayLike<number>): Rows {
  const descriptor = openSync(file, 'r')
  try {
    const width = fstatSync(descriptor).size / 4 / images
    const values = new Float32Array(positions.length * width)
    for (let i = 0; i < positions.length; i++) {
      const row = values.subarray(i * width, (i + 1) * width)
      const got = readSync(descriptor, row, 0, row.byteLength, positions[i] * row.byteLength)
      if (got < row.byteLength) throw new RangeError(`There is no image at position ${positions[i]} in ${file}.`)
    }
    return { width, values }
  } finally {
    closeSync(descriptor)
  }
}
