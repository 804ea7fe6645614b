import { describe, expect, test } from 'vitest'
import fc from 'fast-check'
import {
  chiSquareCdf, chiSquareQuantile, chiSquareTail, chiSquareTailQuantile,
} from '../../main/metrics/chiSquare.ts'
import { logGamma } from '../../main/metrics/gamma.ts'
import { erfc, normalCdf, normalTail } from '../../main/metrics/normal.ts'
import { normalQuantile } from '../../main/metrics/normalQuantile.ts'
import { binomialCdf } from '../../main/metrics/quantileThreshold.ts'
import references from './fixtures/distributions.json' with { type: 'json' }

const options = { seed: 5, numRuns: 300 }

function expectRelative(found: number, expected: number, error: number) {
  expect(Math.abs(found - expected)).toBeLessThanOrEqual(error * Math.abs(expected))
}

describe('the normal distribution', () => {
  test.each(references.normal)('has the tail of mpmath and of SciPy at z = $z', (reference) => {
    const { z, tail, scipyTail } = reference
    expectRelative(normalTail(z), tail, 2e-15)
    expectRelative(normalCdf(-z), tail, 2e-15)
    expectRelative(normalTail(z), scipyTail, 2e-13)
    if (z < 26) expectRelative(erfc(z), reference.erfc, 2e-15)
  })

  test.each(references.normalQuantile)('has the quantile of SciPy at p = $p', ({ p, z }) => {
    expect(Math.abs(normalQuantile(p) - z)).toBeLessThanOrEqual(4e-15 * Math.abs(z) + 1e-16)
  })

  test('cdf and quantile undo each other', () => {
    fc.assert(fc.property(fc.double({ min: -37, max: 5, noNaN: true }), (z) => {
      expect(Math.abs(normalQuantile(normalCdf(z)) - z)).toBeLessThan(1e-10 + 1e-13 * Math.abs(z))
    }), options)
  })

  test('its ends are infinite, and what is no probability is refused', () => {
    expect([normalQuantile(0), normalQuantile(1), normalQuantile(0.5)]).toEqual([-Infinity, Infinity, 0])
    expect([normalTail(Infinity), normalTail(-Infinity), normalTail(60)]).toEqual([0, 1, 0])
    for (const p of [-0.1, 1.1, NaN]) expect(() => normalQuantile(p)).toThrow(RangeError)
  })
})

describe('the chi-square distribution', () => {
  test.each(references.chiSquare)('has the tails of SciPy at x = $x, k = $k', ({ x, k, tail, cdf }) => {
    const error = 1e-13 + 1e-15 * k + 2e-15 * x
    expectRelative(chiSquareTail(x, k), tail, error)
    if (cdf > 1e-290) expectRelative(chiSquareCdf(x, k), cdf, error * (cdf < 1e-20 ? 100 : 1))
  })

  test.each(references.chiSquareQuantile)('has the quantile of SciPy at q = $q, k = $k', ({ q, k, x }) => {
    expectRelative(chiSquareTailQuantile(q, k), x, 1e-11)
    if (q > 0.01) expectRelative(chiSquareQuantile(1 - q, k), x, 1e-11)
  })

  test('of two degrees is exponential, however far out', () => {
    fc.assert(fc.property(fc.double({ min: 0, max: 1400, noNaN: true }), (x) => {
      expectRelative(chiSquareTail(x, 2), Math.exp(-x / 2), 1e-12)
    }), options)
  })

  test('of one degree is the square of a normal', () => {
    fc.assert(fc.property(fc.double({ min: 0, max: 30, noNaN: true }), (z) => {
      expectRelative(chiSquareTail(z * z, 1), 2 * normalTail(z), 1e-12)
    }), options)
  })

  test('has ends, and what is no value, no probability or no degree is refused', () => {
    expect([chiSquareTail(-1, 3), chiSquareTail(Infinity, 3), chiSquareCdf(0, 3)]).toEqual([1, 0, 0])
    expect([chiSquareTailQuantile(0, 3), chiSquareTailQuantile(1, 3)]).toEqual([Infinity, 0])
    expect([chiSquareQuantile(0, 3), chiSquareQuantile(1, 3)]).toEqual([0, Infinity])
    for (const bad of [0, -1, NaN, Infinity]) expect(() => chiSquareTail(1, bad)).toThrow(RangeError)
    expect(() => chiSquareTail(NaN, 1)).toThrow(RangeError)
    expect(() => chiSquareTailQuantile(1.5, 1)).toThrow(RangeError)
  })
})

test.each(references.logGamma)('log gamma of $x is that of SciPy', ({ x, value }) => {
  expect(Math.abs(logGamma(x) - value)).toBeLessThan(3e-15 * Math.max(1, Math.abs(value)))
})

test.each(references.binomial)('the binomial of $n and $p is that of SciPy', ({ n, p, cdf }) => {
  const found = binomialCdf(n, p)
  cdf.forEach((expected, k) => expect(Math.abs(found[k] - expected)).toBeLessThan(1e-13))
})
