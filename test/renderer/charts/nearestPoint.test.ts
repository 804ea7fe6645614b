import { expect, test } from 'vitest'
import { Emphasis } from '../../../renderer/charts/latent/emphasis.ts'
import { nearestPoint } from '../../../renderer/charts/latent/nearestPoint.ts'

// Latent -1 to 1 fills a canvas of 100 x 100 pixels.
const toClip = [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1]
const points = Float32Array.of(0, 0, 0, 0.1, 0, 0, 0.5, 0.5, 0)
const { hidden, dim, normal, selected } = Emphasis
const at = (emphasis: number[], x: number, y: number) =>
  nearestPoint({ points, emphasis: Uint8Array.from(emphasis), toClip, width: 100, height: 100 }, x, y, 12)

test('a click takes the nearest point within reach, or none', () => {
  expect(at([normal, normal, normal], 51, 50)).toBe(0)
  expect(at([normal, normal, normal], 54, 50)).toBe(1)
  expect(at([normal, normal, normal], 76, 26)).toBe(2)
  expect(at([normal, normal, normal], 10, 90)).toBeNull()
})

test('what is hidden is not found, and what is selected wins over what is dimmed', () => {
  expect(at([hidden, normal, normal], 50, 50)).toBe(1)
  expect(at([dim, selected, dim], 52, 50)).toBe(1)
})
