import { describe, expect, it } from 'vitest'
import { stream } from '../../../main/models/random.ts'
import { spoilers } from '../../../main/workers/cell/spoil/spoilers.ts'

const shape = { height: 20, width: 30, channels: 3 }
const names = Object.keys(spoilers) as (keyof typeof spoilers)[]
const severities = [1, 2, 3, 4, 5]

/** A bright rectangle off the middle, in three shades. */
const image = Float32Array.from({ length: 20 * 30 * 3 }, (_, i) => {
  const [y, x] = [Math.floor(i / 90), Math.floor(i / 3) % 30]
  return y > 3 && y < 12 && x > 6 && x < 15 ? 0.6 + (i % 3) * 0.1 : 0.1
})
const spoilt = (name: keyof typeof spoilers, severity: number, seed = 1) => spoilers[name](severity)(image, shape, stream(`test/${seed}`))
const change = (a: Float32Array, b: Float32Array) => Math.sqrt(a.reduce((sum, value, i) => sum + (value - b[i]) ** 2, 0))

describe.each(names)('%s', (name) => {
  it('gives an image of the same shape with values in [0, 1], and leaves the original alone', () => {
    const before = image.slice()
    for (const severity of severities) {
      const after = spoilt(name, severity)
      expect(after).toHaveLength(image.length)
      expect(after.every((value) => value >= 0 && value <= 1)).toBe(true)
    }
    expect(image).toEqual(before)
  })

  it('spoils the more the severer it is, on average over seeds', () => {
    const seeds = Array.from({ length: 30 }, (_, seed) => seed)
    const means = severities.map((severity) => seeds.reduce((sum, seed) => sum + change(image, spoilt(name, severity, seed)), 0) / 30)
    expect(means).toEqual(means.toSorted((a, b) => a - b))
    expect(means[0]).toBeGreaterThan(0.1)
  })

  it('gives the same again for the same random numbers', () => {
    expect(spoilt(name, 3)).toEqual(spoilt(name, 3))
  })
})

it('blur keeps the mean of what does not touch the border, and an even image as it is', () => {
  const mean = (values: Float32Array) => values.reduce((sum, value) => sum + value, 0) / values.length
  expect(mean(spoilt('blur', 1))).toBeCloseTo(mean(image), 5)
  const even = image.map(() => 0.25)
  spoilers.blur(5)(even, shape, stream('x')).forEach((value) => expect(value).toBeCloseTo(0.25, 5))
})

it('occlusion covers a square of its share of the shorter side with grey, in all channels', () => {
  for (const [severity, side] of [[1, 4], [3, 8], [5, 12]]) {
    const black = image.map(() => 0)
    const covered = spoilers.occlusion(severity)(black, shape, stream('x'))
    expect(covered.filter((value) => value === 0.5)).toHaveLength(side * side * 3)
  }
})

it('noise has the standard deviation of its severity', () => {
  const grey = new Float32Array(60_000).fill(0.5)
  const noisy = spoilers.noise(1)(grey, { height: 100, width: 200, channels: 3 }, stream('x'))
  expect(change(grey, noisy) / Math.sqrt(60_000)).toBeCloseTo(0.08, 2)
})

it('rotation by ninety degrees turns a square image without losing anything', () => {
  const square = { height: 6, width: 6, channels: 1 }
  const numbered = Float32Array.from({ length: 36 }, (_, i) => i / 36)
  const turned = spoilers.rotation(5)(numbered, square, stream('x'))
  expect([...turned].map((value) => Math.round(value * 36)).toSorted((a, b) => a - b)).toEqual([...numbered.keys()])
  const corner = Math.round(turned[0] * 36)
  expect([5, 30]).toContain(corner)
})
