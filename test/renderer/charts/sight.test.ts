import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fieldOfView, roundedPlace, seenFrom } from '../../../renderer/charts/latent/sight.ts'

const half = Math.tan((fieldOfView * Math.PI) / 360)

test('a camera sees what is before it where straight lines through its place lead', () => {
  const number = fc.double({ min: -3, max: 3, noNaN: true })
  fc.assert(
    fc.property(number, number, number, (x, y, z) => {
      // From (0, 0, 10) towards the origin: x to the right, y up.
      const [across, up] = seenFrom(Float32Array.of(x, y, z), [0, 0, 10, 0, 0, 0])
      expect(across).toBeCloseTo(x / (10 - z) / half, 4)
      expect(up).toBeCloseTo(y / (10 - z) / half, 4)
    }),
  )
})

test('what is behind the camera is nowhere', () => {
  expect([...seenFrom(Float32Array.of(0, 0, 11), [0, 0, 10, 0, 0, 0])]).toEqual([NaN, NaN])
})

test('a place is rounded finely enough that nobody sees it', () => {
  const place = [12.345678, -0.000123456, 1, 2, 3, 1e-12]
  roundedPlace(place).forEach((at, i) => expect(Math.abs(at - place[i])).toBeLessThanOrEqual(1e-4 * Math.abs(place[i])))
})
