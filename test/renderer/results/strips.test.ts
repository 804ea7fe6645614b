import fc from 'fast-check'
import { expect, test } from 'vitest'
import { strips } from '../../../renderer/results/strips.ts'

const float = fc.float({ noNaN: true, noDefaultInfinity: true })

test('every point keeps its value and stays in its row, whatever the values are', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(float, fc.nat({ max: 4 })), { minLength: 1 }), (all) => {
      const values = Float32Array.from(all, ([value]) => value)
      const points = strips(values, Uint16Array.from(all, ([, row]) => row), 5)
      all.forEach(([value, row], i) => {
        expect(points[3 * i]).toBe(value)
        expect(Math.abs(points[3 * i + 1] + row)).toBeLessThanOrEqual(0.43)
      })
    }),
  )
})

test('a strip is wide where its values are dense, and narrow where they are few', () => {
  const values = Float32Array.from([...Array.from({ length: 90 }, () => 1), ...Array.from({ length: 10 }, () => 2)])
  const heights = [...strips(values, new Uint16Array(100), 1)].filter((_, i) => i % 3 === 1).map(Math.abs)
  expect(Math.max(...heights.slice(0, 90))).toBeGreaterThan(2 * Math.max(...heights.slice(90)))
})
