import { describe, expect, test } from 'vitest'
import { auroc, aurocOf } from '../../main/metrics/auroc.ts'
import { bootstrapInterval } from '../../main/metrics/bootstrap.ts'
import { delongInterval } from '../../main/metrics/delong.ts'
import { f1Max, f1MaxOf } from '../../main/metrics/f1.ts'
import { fprAtTprOf } from '../../main/metrics/fixedRecall.ts'
import { hierarchicalBootstrap } from '../../main/metrics/hierarchicalBootstrap.ts'
import { quantile } from '../../main/metrics/interval.ts'
import { auprInOf, auprOutOf } from '../../main/metrics/precisionRecall.ts'
import type { ScoreTable } from '../../main/metrics/scoreTable.ts'
import { stream } from '../../main/models/random.ts'
import references from './fixtures/bootstrap.json' with { type: 'json' }
import quantiles from './fixtures/quantiles.json' with { type: 'json' }

const isAnomaly = Uint8Array.from({ length: 600 }, (_, i) => (i % 4 === 0 ? 1 : 0))
const scores = Float64Array.from(stream('bootstrap').normals(600), (z, i) => {
  return Math.round(10 * (z + isAnomaly[i])) / 10
})

/** Between two runs of as many resamples a bound differs by some hundredths of the standard error. */
const slack = 0.1

describe('the bootstrap over images', () => {
  test.each(references.stratified)("has SciPy's interval: $name", ({ anomalies, normals, confidence, ...expected }) => {
    const marks = [...anomalies.map(() => 1), ...normals.map(() => 0)]
    const options = { resamples: 20_000, confidence }
    const found = bootstrapInterval([...anomalies, ...normals], marks, aurocOf, stream('scipy'), options)
    expect(found.estimate).toBeCloseTo(expected.estimate, 12)
    expect(Math.abs(found.lower - expected.lower)).toBeLessThan(slack * expected.standardError)
    expect(Math.abs(found.upper - expected.upper)).toBeLessThan(slack * expected.standardError)
  })

  test('has the width of DeLong for the AUROC', () => {
    const found = bootstrapInterval(scores, isAnomaly, aurocOf, stream('width'), { resamples: 4000 })
    const delong = delongInterval(scores, isAnomaly, { scale: 'plain' })
    expect(found.estimate).toBe(auroc(scores, isAnomaly))
    expect(Math.abs((found.upper - found.lower) / (delong.upper - delong.lower) - 1)).toBeLessThan(0.06)
    expect(Math.abs(found.lower - delong.lower)).toBeLessThan(0.005)
  })

  test('gives what resampling the images and sorting anew would', () => {
    const random = stream('naive')
    const anomalies = scores.filter((_, i) => isAnomaly[i])
    const normals = scores.filter((_, i) => !isAnomaly[i])
    const [drawnAnomalies, drawnNormals] = [anomalies, normals].map((kind) => {
      const rising = kind.toSorted().toReversed()
      return rising.map(() => rising[random.integer(rising.length)])
    })
    const resample = [...drawnAnomalies, ...drawnNormals]
    const marks = resample.map((_, i) => i < anomalies.length)
    const one = (metric: typeof aurocOf) => {
      return bootstrapInterval(scores, isAnomaly, metric, stream('naive'), { resamples: 1 }).lower
    }
    expect(one(aurocOf)).toBe(auroc(resample, marks))
    expect(one((table) => f1MaxOf(table).f1)).toBe(f1Max(resample, marks).f1)
  })

  test('takes any metric of order', () => {
    const fpr95 = (table: ScoreTable) => fprAtTprOf(table, 0.95)
    for (const metric of [auprOutOf, auprInOf, fpr95]) {
      const found = bootstrapInterval(scores, isAnomaly, metric, stream('any'), { resamples: 500 })
      const { estimate, lower, upper } = found
      expect(lower < estimate && estimate < upper).toBe(true)
    }
  })

  test('gives the same interval for the same random source, and a wider one for more confidence', () => {
    const at = (confidence: number) => {
      return bootstrapInterval(scores, isAnomaly, aurocOf, stream('same'), { resamples: 300, confidence })
    }
    expect(at(0.9)).toEqual(at(0.9))
    expect(at(0.99).lower).toBeLessThan(at(0.9).lower)
  })

  test('refuses what makes no sense', () => {
    const attempt = (options: object) => () => {
      return bootstrapInterval([1, 2], [0, 1], aurocOf, stream('x'), options)
    }
    expect(attempt({ resamples: 0 })).toThrow(/resamples/)
    expect(attempt({ confidence: 1 })).toThrow(/confidence/)
    expect(() => bootstrapInterval([1], [1], aurocOf, stream('x'))).toThrow(RangeError)
  })
})

describe('the bootstrap over classes and seeds', () => {
  const random = stream('hierarchy')
  const classes = Array.from({ length: 12 }, () => random.normal() / 10)
  const values = classes.map((shift) => Array.from({ length: 4 }, () => 0.8 + shift + random.normal() / 100))

  test.each(references.hierarchical)('has the interval of NumPy: $values.length classes', ({ values, ...expected }) => {
    const found = hierarchicalBootstrap(values, stream('numpy'), { resamples: 20_000 })
    expect(found.estimate).toBeCloseTo(expected.estimate, 12)
    expect(Math.abs(found.lower - expected.lower)).toBeLessThan(slack * expected.standardError)
    expect(Math.abs(found.upper - expected.upper)).toBeLessThan(slack * expected.standardError)
  })

  test('is as wide as the differences between classes make the mean uncertain', () => {
    const { estimate, lower, upper } = hierarchicalBootstrap(values, stream('wide'), { resamples: 4000 })
    const means = values.map((seeds) => seeds.reduce((sum, value) => sum + value, 0) / seeds.length)
    const mean = means.reduce((sum, value) => sum + value, 0) / means.length
    const spread = Math.sqrt(means.reduce((sum, value) => sum + (value - mean) ** 2, 0)) / means.length
    expect(estimate).toBeCloseTo(mean, 12)
    expect(Math.abs((upper - lower) / (2 * 1.96 * spread) - 1)).toBeLessThan(0.1)
  })

  test('counts a class the same however many seeds it has', () => {
    expect(hierarchicalBootstrap([[0], [1, 1, 1]], stream('ragged')).estimate).toBe(0.5)
  })

  test('of one class is a bootstrap over its seeds, and of one value a point', () => {
    const one = hierarchicalBootstrap([[0.7, 0.8, 0.9]], stream('one'))
    expect(one.lower).toBeCloseTo(0.7, 12)
    expect(one.upper).toBeGreaterThan(one.estimate)
    expect(hierarchicalBootstrap([[0.7]], stream('point'))).toEqual({ estimate: 0.7, lower: 0.7, upper: 0.7 })
  })

  test('refuses empty classes and numbers that are none', () => {
    expect(() => hierarchicalBootstrap([], stream('x'))).toThrow(RangeError)
    expect(() => hierarchicalBootstrap([[1], []], stream('x'))).toThrow(/Class 1/)
    expect(() => hierarchicalBootstrap([[1, NaN]], stream('x'))).toThrow(/Value 1 of class 0/)
  })
})

test('quantiles are those of NumPy', () => {
  quantiles.probabilities.forEach((p, i) => {
    expect(quantile(quantiles.values, p)).toBeCloseTo(quantiles.quantiles[i], 14)
  })
  expect(quantile([-Infinity, -Infinity, 0], 0.25)).toBe(-Infinity)
  expect(() => quantile([], 0.5)).toThrow(RangeError)
  expect(() => quantile([1], 1.5)).toThrow(RangeError)
})
