import { expect, test } from 'vitest'
import { Detail } from '../../../renderer/charts/latent/detail.ts'
import { pointSize } from '../../../renderer/charts/latent/pointSize.ts'

test('pictures that take long have fewer points, down to some thousands, and more again when they are quick', () => {
  const detail = new Detail()
  let now = 0
  const after = (milliseconds: number) => detail.next((now += milliseconds), 100_000)
  expect(after(0)).toBe(1)
  for (let i = 0; i < 40; i++) after(120)
  expect(after(120)).toBeCloseTo(0.1)
  for (let i = 0; i < 60; i++) after(16)
  expect(after(16)).toBe(1)
})

test('a pause is not a slow picture', () => {
  const detail = new Detail()
  detail.next(0, 100_000)
  detail.rest()
  expect(detail.next(5000, 100_000)).toBe(1)
})

test('some thousands of points are never thinned', () => {
  const detail = new Detail()
  for (let now = 0; now < 5000; now += 100) expect(detail.next(now, 9000)).toBe(1)
})

test('more points are smaller and let more through', () => {
  const sizes = [1, 300, 5000, 60_000, 100_000, 1_000_000].map((points) => pointSize(points, 400_000))
  sizes.slice(1).forEach((size, i) => {
    expect(size.pixels).toBeLessThanOrEqual(sizes[i].pixels)
    expect(size.alpha).toBeLessThanOrEqual(sizes[i].alpha)
  })
})

test('a smaller picture has smaller points', () => {
  expect(pointSize(5000, 100_000).pixels).toBeLessThan(pointSize(5000, 400_000).pixels)
})
