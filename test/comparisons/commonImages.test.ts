import fc from 'fast-check'
import { expect, test } from 'vitest'
import { commonImages } from '../../main/comparisons/commonImages.ts'

test('common images are those with the same content, in the order of the first column', () => {
  expect(commonImages([['a', 'b', 'c', 'd'], ['d', 'x', 'b'], ['b', 'd', 'd']]).map((places) => [...places])).toEqual([
    [1, 3], [2, 0], [0, 1],
  ])
})

test('each common image is the same image in every column, and none is left out', () => {
  const column = fc.array(fc.constantFrom(...'abcdefgh'), { maxLength: 20 })
  fc.assert(fc.property(fc.array(column, { minLength: 2, maxLength: 4 }), (columns) => {
    const places = commonImages(columns)
    const seen = [...places[0]].map((position) => columns[0][position])
    columns.forEach((hashes, c) => expect([...places[c]].map((position) => hashes[position])).toEqual(seen))
    const wanted = new Set(columns[0].filter((hash) => columns.every((hashes) => hashes.includes(hash))))
    expect(new Set(seen)).toEqual(wanted)
    expect(seen).toHaveLength(wanted.size)
  }), { seed: 2 })
})
