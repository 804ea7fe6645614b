import fc from 'fast-check'
import { expect, test } from 'vitest'
import { BandIndex } from '../../../main/datasets/duplicates/bandIndex.ts'
import { bitCount, bitsApart } from '../../../main/datasets/duplicates/perceptualHash.ts'

const word = fc.integer({ min: 0, max: 0xffffffff })
const hashes = fc.array(fc.tuple(word, word), { minLength: 2, maxLength: 60 })

test('every hash that differs in at most 7 bits is found, and none that differs in more than asked', () => {
  const flips = fc.array(fc.integer({ min: 0, max: 63 }), { maxLength: 12 })
  fc.assert(
    fc.property(hashes, fc.array(flips, { minLength: 5, maxLength: 20 }), (base, changes) => {
      const copies = changes.map((bits, i) => flipped(base[i % base.length], bits))
      const table = Uint32Array.from([...base, ...copies].flat())
      const all = Uint32Array.from({ length: table.length / 2 }, (_, i) => i)
      const index = new BandIndex(table, all)
      for (const image of all) {
        const found = index.within(image, { most: 9, crowd: 1000, inCrowd: 0 }).images
        expect(new Set(found).size).toBe(found.length)
        expect(found.every((other) => other !== image && bitsApart(table, image, other) <= 9)).toBe(true)
        const close = [...all].filter((other) => other !== image && bitsApart(table, image, other) <= 7)
        expect(close.every((other) => found.includes(other))).toBe(true)
      }
    }),
    { seed: 20_261_123, numRuns: 40 },
  )
})

function flipped([low, high]: [number, number], bits: number[]): [number, number] {
  const of = (from: number) =>
    bits.filter((bit) => bit >= from && bit < from + 32).reduce((mask, bit) => mask ^ (1 << (bit - from)), 0)
  return [(low ^ of(0)) >>> 0, (high ^ of(32)) >>> 0]
}

test('bits are counted', () => {
  fc.assert(
    fc.property(word, (value) => {
      expect(bitCount(value)).toBe(value.toString(2).replaceAll('0', '').length)
    }),
    { seed: 20_261_123 },
  )
})
