import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { kthDistances, neighbourBank } from '../../main/detectors/neighbours.ts'
import { stream } from '../../main/models/random.ts'

/** All distances from the differences, sorted. */
function bruteForce(bank: Float32Array, queries: Float32Array, width: number, k: number): number[] {
  return Array.from({ length: queries.length / width }, (_, i) => {
    const distances = Array.from({ length: bank.length / width }, (_unused, j) =>
      Math.hypot(...queries.subarray(i * width, (i + 1) * width).map((value, t) => value - bank[j * width + t])))
    return distances.sort((a, b) => a - b)[Math.min(k, distances.length) - 1]
  })
}

describe('the distance to the k-th nearest neighbour', () => {
  it('is what sorting all distances gives, whatever the sizes', async () => {
    const size = fc.integer({ min: 1, max: 40 })
    await fc.assert(fc.asyncProperty(size, size, size, fc.integer({ min: 1, max: 7 }), fc.nat(), async (n, m, width, k, name) => {
      const random = stream(`neighbours-${name}`)
      const [bank, queries] = [random.normals(n * width), random.normals(m * width)]
      const expected = bruteForce(bank, queries, width, k)
      ;(await kthDistances(bank, queries, width, k)).forEach((d, i) => expect(d).toBeCloseTo(expected[i], 5))
    }), { seed: 12, numRuns: 60 })
  })

  it('is exact where single precision would drown it: near neighbours far from the origin', async () => {
    const random = stream('far')
    const bank = Float32Array.from({ length: 200 * 8 }, () => 1000 + random.integer(64) / 64)
    const queries = bank.map((value) => value + 1 / 128)
    const distances = await kthDistances(bank, queries, 8, 1)
    const differences = (i: number, j: number) =>
      queries.subarray(8 * i, 8 * i + 8).reduce((sum, value, t) => sum + (value - bank[8 * j + t]) ** 2, 0)
    distances.forEach((d, i) => {
      expect(d).toBe(Math.sqrt(Math.min(...Array.from({ length: 200 }, (_, j) => differences(i, j)))))
    })
  })

  it('of a vector of the bank to itself is exactly 0', async () => {
    const bank = stream('same').normals(30 * 50)
    expect(Array.from(await kthDistances(bank, bank, 50, 1))).toEqual(Array.from({ length: 30 }, () => 0))
  })

  it('falls back on the farthest vector of a bank that has fewer than k', async () => {
    expect(Array.from(await kthDistances(Float32Array.of(0, 3), Float32Array.of(1), 1, 5))).toEqual([2])
  })

  it('is refused without a bank, or where lengths make no sense', async () => {
    await expect(kthDistances(new Float32Array(0), Float32Array.of(1), 1, 1)).rejects.toThrow('no vector')
    await expect(kthDistances(Float32Array.of(1, 2, 3), Float32Array.of(1), 2, 1)).rejects.toThrow('not vectors of 2')
    await expect(kthDistances(Float32Array.of(1), Float32Array.of(1), 1, 0)).rejects.toThrow('no 0-th')
  })
})

describe('the bank', () => {
  const train = Uint32Array.from({ length: 100 }, (_, i) => 3 * i)

  it('is all training images where the limit allows', () => {
    expect(neighbourBank(train, 100, 1, 'test')).toEqual(train)
  })

  it('is a subset of them that the seed decides, each once', () => {
    const bank = neighbourBank(train, 40, 1, 'test')
    expect(bank).toHaveLength(40)
    expect(new Set(bank).size).toBe(40)
    expect(bank.every((position) => train.includes(position))).toBe(true)
    expect(neighbourBank(train, 40, 1, 'test')).toEqual(bank)
    expect(neighbourBank(train, 40, 2, 'test')).not.toEqual(bank)
  })
})
