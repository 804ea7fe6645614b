import fc from 'fast-check'
import { expect, it } from 'vitest'
import { pack, unpack } from '../../main/detectors/packed.ts'

const throughJson = (values: Float32Array) => unpack(JSON.parse(JSON.stringify(pack(values))))

it('any single-precision numbers come back as they were', () => {
  fc.assert(fc.property(fc.float32Array(), (values) => {
    expect(throughJson(values)).toEqual(values)
  }), { seed: 4, numRuns: 200 })
})

it('pixels of a snapshot come back as they were, from a byte each', () => {
  const pixels = Float32Array.from({ length: 256 }, (_, byte) => byte / 255)
  expect(throughJson(pixels)).toEqual(pixels)
  expect(JSON.stringify(pack(pixels)).length).toBeLessThan(1.5 * 256)
})

it('a value between two pixels’ is kept in full', () => {
  const values = Float32Array.of(0.2, 0.5, 1)
  expect(throughJson(values)).toEqual(values)
})
