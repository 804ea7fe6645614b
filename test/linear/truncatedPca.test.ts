import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dot } from '../../main/linear/orthonormal.ts'
import type { RowBatches } from '../../main/linear/rowBatches.ts'
import { principalComponents } from '../../main/linear/truncatedPca.ts'
import { stream } from '../../main/models/random.ts'
import reference from '../detectors/fixtures/pixels.json' with { type: 'json' }

const rowsOf = (values: Float32Array, width: number): RowBatches => ({
  count: values.length / width, width, read: (start, end) => values.subarray(start * width, end * width),
})

/** Rows that vary in `rank` directions only, around a mean that is not 0. */
function drawn(name: string, count: number, width: number, rank: number): Float32Array {
  const random = stream(name)
  const [places, directions] = [random.normals(count * rank), random.normals(rank * width)]
  return Float32Array.from({ length: count * width }, (_, at) => {
    let value = 5
    for (let r = 0; r < rank; r++) value += places[Math.floor(at / width) * rank + r] * directions[r * width + at % width]
    return value
  })
}

describe('the principal components', () => {
  it('have scikit-learn’s variances, to a millionth of the largest', async () => {
    const pixels = Float32Array.from(reference.images.slice(0, reference.train * 64), (byte) => byte / 255)
    const { variances } = await principalComponents(rowsOf(pixels, 64), 50, stream('fixture'))
    expect(variances).toHaveLength(50)
    variances.forEach((variance, i) => {
      expect(Math.abs(variance - reference.variances[i])).toBeLessThan(1e-6 * reference.variances[0])
    })
  })

  const size = fc.integer({ min: 2, max: 40 })
  it('are orthonormal, in falling order, and never more than the rows vary in', async () => {
    await fc.assert(fc.asyncProperty(size, size, size, size, async (count, width, rank, wanted) => {
      const rows = rowsOf(drawn(`pca-${count}-${width}-${rank}`, count, width, rank), width)
      const { axes, variances } = await principalComponents(rows, wanted, stream('start'))
      expect(axes).toHaveLength(Math.min(count - 1, width, rank, wanted))
      axes.forEach((a, i) => axes.forEach((b, j) => expect(dot(a, b)).toBeCloseTo(Number(i === j), 5)))
      expect([...variances]).toEqual([...variances].sort((a, b) => b - a))
    }), { seed: 21, numRuns: 40 })
  })

  it('of all directions leave no variance, whichever the seed', async () => {
    for (const name of ['a', 'b', 'c']) {
      const rows = rowsOf(drawn('whole', 200, 300, 6), 300)
      const { variances, totalVariance } = await principalComponents(rows, 6, stream(name))
      expect(variances.reduce((a, b) => a + b) / totalVariance).toBeCloseTo(1, 6)
    }
  })

  it('are none where rows do not vary, and none of a single row', async () => {
    for (const values of [new Float32Array(50).fill(0.3), Float32Array.of(1, 2, 3, 4, 5)]) {
      expect((await principalComponents(rowsOf(values, 5), 3, stream('none'))).axes).toEqual([])
    }
    await expect(principalComponents(rowsOf(new Float32Array(0), 5), 3, stream('none'))).rejects.toThrow('no row')
  })
})
