import { expect, it } from 'vitest'
import { stream } from '../../../main/models/random.ts'
import { BlendedReader, blendPairs } from '../../../main/workers/cell/blends.ts'
import { SpoiltReader } from '../../../main/workers/cell/spoiltReader.ts'

/** Image i of ten has two values, i / 10 and i / 20. */
const reader = {
  count: 10, size: 2, shape: { height: 1, width: 2, channels: 1 },
  read: (positions: Uint32Array) => Float32Array.from([...positions].flatMap((i) => [i / 10, i / 20])),
}
const classOf = Int32Array.of(0, 0, 0, 0, 1, 1, 1, 2, 2, 2)

it('each image is blended with one of another class, and the pairs follow from the random numbers', () => {
  const positions = Uint32Array.of(0, 2, 4, 6, 8)
  const pairs = blendPairs(positions, classOf, stream('x'))
  expect(pairs.map(([a]) => a)).toEqual([...positions])
  for (const [a, b] of pairs) {
    expect(classOf[a]).not.toBe(classOf[b])
    expect(positions).toContain(b)
  }
  expect(blendPairs(positions, classOf, stream('x'))).toEqual(pairs)
})

it('images of one class alone give no blends', () => {
  expect(blendPairs(Uint32Array.of(0, 1, 2), classOf, stream('x'))).toEqual([])
})

it('a blend is the weighted sum of its two images', () => {
  const blends = new BlendedReader(reader, [[2, 8], [4, 0]], 0.25)
  expect(blends.count).toBe(2)
  const values = blends.read(Uint32Array.of(1, 0))
  const expected = [0.1, 0.05, 0.25 * 0.2 + 0.75 * 0.8, 0.25 * 0.1 + 0.75 * 0.4]
  values.forEach((value, i) => expect(value).toBeCloseTo(expected[i], 6))
})

it('an image is spoilt the same way however it is read', () => {
  const spoilt = new SpoiltReader(reader, Uint32Array.of(3, 5, 7), (image, position) => image.map((value) => value + position))
  expect(spoilt.count).toBe(3)
  const together = spoilt.read(Uint32Array.of(2, 0))
  expect(together.slice(0, 2)).toEqual(spoilt.read(Uint32Array.of(2)))
  expect(together[0]).toBeCloseTo(0.7 + 2, 6)
  expect(together[2]).toBeCloseTo(0.3, 6)
})
