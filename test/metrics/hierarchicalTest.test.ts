import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { hierarchicalBootstrap } from '../../main/metrics/hierarchicalBootstrap.ts'
import { hierarchicalTest } from '../../main/metrics/hierarchicalTest.ts'
import { normalTail } from '../../main/metrics/normal.ts'
import { stream } from '../../main/models/random.ts'
import { options } from './arbitraries.ts'

const few = { resamples: 400 }
const difference = fc.double({ min: -1, max: 1, noNaN: true })
const classes = fc.array(fc.array(difference, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 8 })

describe('the test of paired differences over classes and seeds', () => {
  test('has the p of the normal approximation where there are many classes', () => {
    const random = stream('many')
    const values = Array.from({ length: 200 }, () => [random.normal() + 0.05])
    const mean = values.flat().reduce((sum, x) => sum + x, 0) / 200
    const deviation = Math.sqrt(values.flat().reduce((sum, x) => sum + (x - mean) ** 2, 0) / 200)
    const { p } = hierarchicalTest(values, stream('test'), { resamples: 10_000 })
    const expected = 2 * normalTail((mean / deviation) * Math.sqrt(200))
    expect(expected > 0.02 && expected < 0.9).toBe(true)
    expect(Math.abs(p - expected)).toBeLessThan(0.015)
  })

  test('keeps the level: of studies without a difference about one in twenty has p below 0.05', () => {
    const random = stream('level')
    const studies = Array.from({ length: 600 }, () => Array.from({ length: 20 }, () => [random.normal()]))
    const found = studies.filter((one) => hierarchicalTest(one, random, few).p < 0.05).length
    expect(found / 600).toBeGreaterThan(0.02)
    expect(found / 600).toBeLessThan(0.1)
  })

  test('is 1 where all differences are 0, and never 0', () => {
    expect(hierarchicalTest([[0, 0], [0, 0]], stream('x'), few)).toEqual({ estimate: 0, lower: 0, upper: 0, p: 1 })
    expect(hierarchicalTest([[1], [2]], stream('x'), few).p).toBe(2 / 401)
  })

  test('has the interval of the bootstrap, and p below 0.05 only where that leaves out 0', () => {
    fc.assert(fc.property(classes, (values) => {
      const { p, ...interval } = hierarchicalTest(values, stream('same'), few)
      expect(interval).toEqual(hierarchicalBootstrap(values, stream('same'), few))
      if (p < 0.05) expect(interval.lower > 0 || interval.upper < 0).toBe(true)
    }), options)
  })

  test('gives the same p when both methods change places', () => {
    fc.assert(fc.property(classes, (values) => {
      const turned = values.map((seeds) => seeds.map((x) => -x))
      expect(hierarchicalTest(turned, stream('t'), few).p).toBe(hierarchicalTest(values, stream('t'), few).p)
    }), options)
  })
})
