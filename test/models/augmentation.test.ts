import { expect, it } from 'vitest'
import { augment } from '../../main/models/augmentation.ts'
import { stream } from '../../main/models/random.ts'

const shape = { height: 28, width: 28, channels: 1 }
const images = Float32Array.from({ length: 6 * 784 }, (_, i) => (i * 7 % 100) / 100)

it('augmented images stay within 0 and 1, differ from the originals, and are the same for the same name', () => {
  const once = augment(images, shape, stream('a'))
  expect(once.every((value) => value >= 0 && value <= 1)).toBe(true)
  expect(once).not.toEqual(images)
  expect(augment(images, shape, stream('a'))).toEqual(once)
  expect(augment(images, shape, stream('b'))).not.toEqual(once)
})

it('an even image only changes its brightness, by at most a tenth', () => {
  const even = augment(new Float32Array(784).fill(0.5), shape, stream('even'))
  expect(new Set(even).size).toBe(1)
  expect(Math.abs(even[0] - 0.5)).toBeLessThanOrEqual(0.05 + 1e-6)
})
