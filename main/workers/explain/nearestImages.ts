import { squaredDistance } from '../../detectors/neighbours.ts'

/** One member's vectors of the images that others are compared with, images x width. */
export interface MemberBank { width: number; vectors: Float32Array }

/** An image of the bank, by its row, and its mean distance over the members. */
export interface NearRow { row: number; distance: number }

/**
 * The rows of the banks that lie nearest to an image, the nearest first: their distance is the mean over the members of
 * the Euclidean one.
 * @param queries each member's vector of the image
 * @param except a row that is the image itself; -1 where none is
 */
export function nearestImages(banks: MemberBank[], queries: Float32Array[], most: number, except: number): NearRow[] {
  const rows = banks[0].vectors.length / banks[0].width
  const sums = new Float64Array(rows)
  banks.forEach(({ width, vectors }, m) => {
    for (let row = 0; row < rows; row++) sums[row] += Math.sqrt(squaredDistance(queries[m], vectors, row * width))
  })
  return [...sums.keys()].filter((row) => row !== except)
    .sort((a, b) => sums[a] - sums[b] || a - b).slice(0, most)
    .map((row) => ({ row, distance: sums[row] / banks.length }))
}
