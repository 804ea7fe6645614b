import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fenceOf, findingsOf, FOREIGN, LABEL_ISSUE, listOrder, NOTHING } from '../../main/labels/findings.ts'
import { clearIssues, confidentIssues } from '../../main/labels/labelIssues.ts'

const OPTIONS = { seed: 20_261_124, numRuns: 200 }
const log = (rows: number[][]) => Float64Array.from(rows.flat(), Math.log)

describe('label issues', () => {
  it('of class-latent VAEs are where another class is clearly better, not where it is only a little', () => {
    const scores = Float64Array.of(-30, 0.1, 9.9, 10.1, 40, NaN)
    expect([...clearIssues({ scores, suggested: new Int16Array(6) })]).toEqual([0, 0, 0, 1, 1, 0])
  })

  it('of classifiers are where another class is as probable as to its own images on average', () => {
    // Means of the own class: 0.6 for the first (0.9, 0.8, 0.1), 0.55 for the second (0.9, 0.2).
    const said = log([[0.9, 0.1], [0.8, 0.2], [0.1, 0.9], [0.1, 0.9], [0.8, 0.2], [0.5, 0.5]])
    expect([...confidentIssues(said, Int32Array.of(0, 0, 0, 1, 1, -1), 2)]).toEqual([0, 0, 1, 0, 1, 0])
  })

  it('of classifiers are none where no class reaches its threshold, and where nobody judges', () => {
    const said = log([[0.9, 0.1], [0.55, 0.45], [0.1, 0.9], [0.45, 0.55], [NaN, NaN]])
    expect([...confidentIssues(said, Int32Array.of(0, 0, 1, 1, 0), 2)]).toEqual([0, 0, 0, 0, 0])
  })
})

describe('the fence', () => {
  it('stands above the third quartile by a share of the interquartile range, whatever few strangers score', () => {
    const usual = Float64Array.from({ length: 101 }, (_, i) => i)
    expect(fenceOf(usual)).toBe(75 + 1.25 * 50)
    expect(fenceOf(usual.map((value) => value > 97 ? 1e9 : value))).toBe(fenceOf(usual))
  })

  it('moves with the scores: what is flagged does not change with their scale or origin', () => {
    const many = fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 1, maxLength: 50 })
    fc.assert(fc.property(many, fc.integer({ min: 1, max: 64 }), fc.integer({ min: -100, max: 100 }), (values, scale, origin) => {
      const moved = Float64Array.from(values, (value) => value * scale + origin)
      expect(fenceOf(moved)).toBe(fenceOf(Float64Array.from(values)) * scale + origin)
    }), OPTIONS)
  })

  it('flags nothing where there are no scores', () => {
    const none = new Float64Array(3).fill(NaN)
    expect([...findingsOf(Uint8Array.of(0, 1, 0), none)]).toEqual([NOTHING, LABEL_ISSUE, NOTHING])
  })
})

describe('the list', () => {
  it('takes an image that is like no class for foreign, though another class is better', () => {
    const foreign = Float64Array.from({ length: 20 }, (_, i) => i === 7 ? 1000 : i % 5)
    const issues = new Uint8Array(20).fill(1, 6, 9)
    const found = findingsOf(issues, foreign)
    expect([found[6], found[7], found[8], found[9]]).toEqual([LABEL_ISSUE, FOREIGN, LABEL_ISSUE, NOTHING])
  })

  it('begins with what is found, the two kinds in turn and each from its highest score, and has every judged image once', () => {
    const findings = Uint8Array.of(0, 1, 2, 1, 2, 1, 0, 0)
    const scores = Float64Array.of(3, 11, 0, 20, 1, 15, 4, NaN)
    const foreign = Float64Array.of(0, 0, 8, 0, 9, 0, 0, 99)
    expect([...listOrder({ scores, suggested: new Int16Array(8) }, foreign, findings)]).toEqual([3, 4, 5, 2, 1, 6, 0])
  })
})
