import { describe, expect, test } from 'vitest'
import fc from 'fast-check'
import { auroc } from '../../main/metrics/auroc.ts'
import { delongInterval, delongTest } from '../../main/metrics/delong.ts'
import { stream } from '../../main/models/random.ts'
import { options, scored } from './arbitraries.ts'
import references from './fixtures/detection.json' with { type: 'json' }

/** Normals around 0 and anomalies around a shift. */
function drawn(name: string, images: number, shift: number) {
  const isAnomaly = Uint8Array.from({ length: images }, (_, i) => i % 3 === 0 ? 1 : 0)
  const scores = Float64Array.from(stream(name).normals(images), (z, i) => z + shift * isAnomaly[i])
  return { scores, isAnomaly }
}

describe.each(references)('by the definition, every anomaly against every normal: $name', (reference) => {
  const { scores, second, isAnomaly } = reference

  test('the variance of one AUROC', () => {
    const found = delongInterval(scores, isAnomaly)
    expect(found.standardError ** 2).toBeCloseTo(reference.delong.variance, 12)
    expect(found.estimate).toBeCloseTo(reference.auroc, 12)
  })

  test('the test of two detectors on the same images', () => {
    const found = delongTest(scores, second, isAnomaly)
    expect(found.z).toBeCloseTo(reference.delong.z, 9)
    expect(found.p).toBeCloseTo(reference.delong.p, 10)
    expect(found.aurocs[1]).toBeCloseTo(reference.secondAuroc, 12)
  })
})

describe('the interval', () => {
  test('is the AUROC, with its ends on either side and within 0 and 1', () => {
    fc.assert(fc.property(scored(2), ({ scores, isAnomaly }) => {
      for (const scale of ['logit', 'plain'] as const) {
        const { estimate, lower, upper } = delongInterval(scores, isAnomaly, { scale })
        expect(estimate).toBeCloseTo(auroc(scores, isAnomaly), 12)
        expect(lower >= 0 && lower <= estimate + 1e-12 && upper >= estimate - 1e-12 && upper <= 1).toBe(true)
      }
    }), options)
  })

  test('on the plain scale is 1.96 standard errors wide, on the logit scale nearly', () => {
    const { scores, isAnomaly } = drawn('plain', 900, 1)
    const plain = delongInterval(scores, isAnomaly, { scale: 'plain' })
    expect((plain.upper - plain.lower) / 2 / plain.standardError).toBeCloseTo(1.959963984540054, 10)
    const logit = delongInterval(scores, isAnomaly)
    expect(Math.abs(logit.lower - plain.lower)).toBeLessThan(plain.standardError / 5)
  })

  test('holds the true AUROC in about 95 of 100 draws', () => {
    const truth = 0.7602499389065233
    const held = Array.from({ length: 400 }, (_, i) => drawn(`draw-${i}`, 120, 1)).filter((draw) => {
      const { lower, upper } = delongInterval(draw.scores, draw.isAnomaly)
      return lower <= truth && truth <= upper
    })
    expect(held.length).toBeGreaterThan(365)
    expect(held.length).toBeLessThan(397)
  })

  test('says that it says nothing where anomalies and normals are separated', () => {
    const interval = delongInterval([1, 2, 3, 4], [0, 0, 1, 1])
    expect(interval).toMatchObject({ estimate: 1, lower: 1, upper: 1, standardError: 0, degenerate: true })
  })
})

describe('the test', () => {
  test('of a detector against itself finds nothing', () => {
    const { scores, isAnomaly } = drawn('self', 60, 1)
    expect(delongTest(scores, scores, isAnomaly)).toMatchObject({ estimate: 0, z: 0, p: 1, degenerate: true })
  })

  test('changes its sign where the detectors change places', () => {
    fc.assert(fc.property(scored(2), ({ scores, isAnomaly }) => {
      const second = scores.toReversed()
      const [there, back] = [delongTest(scores, second, isAnomaly), delongTest(second, scores, isAnomaly)]
      expect(back.z).toBeCloseTo(-there.z, 9)
      expect(back.p).toBeCloseTo(there.p, 12)
    }), options)
  })

  test('is at level where the detectors are equally good', () => {
    const found = Array.from({ length: 400 }, (_, i) => {
      const { scores, isAnomaly } = drawn(`level-${i}`, 90, 1)
      const noise = stream(`level-${i}/noise`)
      const [a, b] = [scores.map((s) => s + noise.normal()), scores.map((s) => s + noise.normal())]
      return delongTest(a, b, isAnomaly).p
    })
    const significant = found.filter((p) => p < 0.05).length
    expect(significant).toBeGreaterThan(5)
    expect(significant).toBeLessThan(38)
  })

  test('needs two images of each kind', () => {
    expect(() => delongInterval([1, 2, 3], [1, 0, 0])).toThrow(/two anomalies and two normals, not 1 and 2/)
    expect(() => delongTest([1, 2, 3], [1, 2], [1, 0, 1])).toThrow(RangeError)
  })
})
