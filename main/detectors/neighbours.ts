import { productError, timesTransposed } from '../linear/product.ts'
import { squaredLengths } from '../linear/rowBatches.ts'
import { sampled } from './sampled.ts'

/** Squared distances that are held at once: 32 MB. */
const BLOCK = 2 ** 23

/**
 * The training images that others are compared with: all, or `limit` of them, drawn by the seed.
 * @param name of the detector, so that two detectors draw apart
 */
export function neighbourBank(train: Uint32Array, limit: number, seed: number, name: string): Uint32Array {
  return sampled(train, limit, `seed-${seed}/${name}/bank`)
}

/**
 * The Euclidean distance of each query to its k-th nearest vector of the bank (to the farthest where the bank has fewer),
 * exactly: a product in single precision says which vectors can be among the k nearest, by a bound on its rounding errors,
 * and their distances are then computed from the differences in double precision. A query that is itself in the bank counts
 * as its own nearest.
 * @param bank vectors x width, flat. @param queries vectors x width, flat. @param k from 1 on
 * @throws RangeError where the bank is empty or a length is no multiple of the width
 */
export async function kthDistances(bank: Float32Array, queries: Float32Array, width: number, k: number): Promise<Float64Array> {
  check(bank, queries, width, k)
  const squares = squaredLengths(bank, width)
  const rows = Math.max(1, Math.floor(BLOCK / squares.length))
  const distances = new Float64Array(queries.length / width)
  for (let start = 0; start < distances.length; start += rows) {
    const block = queries.subarray(start * width, (start + rows) * width)
    distances.set(await blockDistances({ bank, squares, width, k: Math.min(k, squares.length) }, block), start)
  }
  return distances
}

interface Bank { bank: Float32Array; squares: Float64Array; width: number; k: number }

async function blockDistances({ bank, squares, width, k }: Bank, queries: Float32Array): Promise<Float64Array> {
  const products = await timesTransposed(queries, bank, width)
  const error = 4 * await productError(width) * Math.sqrt(squares.reduce((a, b) => Math.max(a, b)))
  const nearest = new Float64Array(k)
  return squaredLengths(queries, width).map((square, i) => {
    const row = products.subarray(i * squares.length, (i + 1) * squares.length)
    const query = queries.subarray(i * width, (i + 1) * width)
    const reach = kthReduced(row, squares, nearest) + error * Math.sqrt(square)
    nearest.fill(Infinity)
    for (let j = 0; j < row.length; j++) {
      if (squares[j] - 2 * row[j] <= reach) insert(nearest, squaredDistance(query, bank, j * width))
    }
    return Math.sqrt(nearest[k - 1])
  })
}

/**
 * The k-th smallest |b|^2 - 2 q.b, which is the squared distance less |q|^2. One that is computed is off by at most
 * 2 e |q| |b| (e: `productError`), so no vector beyond twice that behind it is among the k nearest.
 */
function kthReduced(products: Float32Array, squares: Float64Array, nearest: Float64Array): number {
  nearest.fill(Infinity)
  for (let j = 0; j < products.length; j++) insert(nearest, squares[j] - 2 * products[j])
  return nearest[nearest.length - 1]
}

/** Into a rising list of the smallest numbers so far, whose largest is dropped. */
function insert(smallest: Float64Array, value: number): void {
  let at = smallest.length - 1
  if (value >= smallest[at]) return
  for (; at > 0 && smallest[at - 1] > value; at--) smallest[at] = smallest[at - 1]
  smallest[at] = value
}

/** From a vector to that which begins at `start` in a bank. */
export function squaredDistance(query: Float32Array, bank: Float32Array, start: number): number {
  let sum = 0
  for (let t = 0; t < query.length; t++) sum += (query[t] - bank[start + t]) ** 2
  return sum
}

function check(bank: Float32Array, queries: Float32Array, width: number, k: number): void {
  if (bank.length === 0) throw new RangeError('There is no vector to find neighbours among.')
  if (bank.length % width || queries.length % width) {
    throw new RangeError(`${bank.length} and ${queries.length} numbers are not vectors of ${width} each.`)
  }
  if (!(k >= 1 && Number.isInteger(k))) throw new RangeError(`There is no ${k}-th nearest neighbour.`)
}
