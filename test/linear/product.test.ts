import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { loadTensorFlow } from '../../main/compute/tensorflow.ts'
import { kthDistances } from '../../main/detectors/neighbours.ts'
import { productError, timesTransposed, transposedTimes } from '../../main/linear/product.ts'
import { stream } from '../../main/models/random.ts'

/** Each sum in double precision. */
function expected(rows: number, columns: number, length: number, term: (i: number, j: number, t: number) => number): number[] {
  return Array.from({ length: rows * columns }, (_, at) => {
    let sum = 0
    for (let t = 0; t < length; t++) sum += term(Math.floor(at / columns), at % columns, t)
    return sum
  })
}

function checkProducts(): Promise<void> {
  const size = fc.integer({ min: 1, max: 20 })
  return fc.assert(fc.asyncProperty(size, size, size, async (n, m, width) => {
    const random = stream(`product-${n}-${m}-${width}`)
    const [a, b] = [random.normals(n * width), random.normals(m * width)]
    const error = await productError(width)
    const close = (found: Float32Array, sums: number[]) => {
      expect(found).toHaveLength(sums.length)
      sums.forEach((sum, i) => expect(Math.abs(found[i] - sum)).toBeLessThan(error * 10 * width))
    }
    close(await timesTransposed(a, b, width), expected(n, m, width, (i, j, t) => a[i * width + t] * b[j * width + t]))
    close(await transposedTimes(a, b, width), expected(n, m, width, (i, j, t) => a[t * n + i] * b[t * m + j]))
  }), { seed: 8, numRuns: 40 })
}

// In this order: once TensorFlow is loaded, the process computes with it.
describe('products of matrices', () => {
  const random = stream('both')
  const [bank, queries] = [random.normals(300 * 40), random.normals(100 * 40)]
  let byLoops: Float64Array

  it('are right by loops', async () => {
    await checkProducts()
    byLoops = await kthDistances(bank, queries, 40, 3)
  })

  it('are right by TensorFlow, and the nearest neighbours are exactly the same', async () => {
    await loadTensorFlow()
    await checkProducts()
    expect(await kthDistances(bank, queries, 40, 3)).toEqual(byLoops)
  })
})
