import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { epochOrder, epochsFor, oneHotOf } from '../../main/models/batches.ts'
import { stream } from '../../main/models/random.ts'

const imagesOf = (classOf: number[]) => ({
  train: Uint32Array.from(classOf.keys()), validation: new Uint32Array(), classOf: Int32Array.from(classOf),
  read: () => new Float32Array(),
})

describe('an epoch', () => {
  it('visits each training image once', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 200 }), (count) => {
      const order = epochOrder(imagesOf(Array(count).fill(0)), false, stream(`test-${count}`))
      expect([...order].sort((a, b) => a - b)).toEqual([...Array(count).keys()])
    }), { seed: 1 })
  })

  it('is the same for the same name and another for another', () => {
    const images = imagesOf(Array(50).fill(0))
    const order = (name: string) => [...epochOrder(images, false, stream(name))]
    expect(order('a')).toEqual(order('a'))
    expect(order('a')).not.toEqual(order('b'))
  })

  it('draws every class equally often when balanced', () => {
    const order = epochOrder(imagesOf([...Array(90).fill(0), ...Array(10).fill(1)]), true, stream('balance'))
    const ofClassOne = [...order].filter((position) => position >= 90).length
    expect(order.length).toBe(100)
    expect(ofClassOne).toBe(50)
  })
})

it('a run has at least the least steps, however small its epochs', () => {
  expect(epochsFor(600, 128, 4, 1500)).toBe(300)
  expect(epochsFor(60_000, 128, 4, 1500)).toBe(4)
})

it('one-hot rows name the class', () => {
  expect([...oneHotOf(Uint32Array.from([2, 0]), Int32Array.from([1, 0, 2]), 3)]).toEqual([0, 0, 1, 0, 1, 0])
})
