import fc from 'fast-check'
import { expect, it } from 'vitest'
import { resized } from '../../main/encoders/resize.ts'

const side = fc.integer({ min: 1, max: 9 })
const resize = (image: Float32Array, from: { height: number; width: number; channels: number }, to: { height: number; width: number }) =>
  resized(image, from, to, new Float32Array(to.height * to.width * from.channels))

it('to its own size, an image stays as it is; to any other, within its own range', () => {
  fc.assert(fc.property(side, side, side, side, fc.constantFrom(1, 3), fc.integer(), (height, width, toHeight, toWidth, channels, salt) => {
    const image = Float32Array.from({ length: height * width * channels }, (_, i) => Math.abs(Math.sin(salt + i)))
    const from = { height, width, channels }
    expect(resize(image, from, from)).toEqual(image)
    const other = resize(image, from, { height: toHeight, width: toWidth })
    expect(Math.min(...other)).toBeGreaterThanOrEqual(Math.min(...image) - 1e-6)
    expect(Math.max(...other)).toBeLessThanOrEqual(Math.max(...image) + 1e-6)
  }), { seed: 1 })
})

it('a slope stays a slope between the outermost centres of pixels', () => {
  const image = Float32Array.from({ length: 8 }, (_, x) => x)
  const wider = resize(image, { height: 1, width: 8, channels: 1 }, { height: 1, width: 16 })
  expect([...wider]).toEqual([0, 0.25, 0.75, 1.25, 1.75, 2.25, 2.75, 3.25, 3.75, 4.25, 4.75, 5.25, 5.75, 6.25, 6.75, 7])
})
