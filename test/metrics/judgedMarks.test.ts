import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ANOMALY, type Judgement, judgedMarks, NORMAL, UNCOUNTED } from '../../main/metrics/judgedMarks.ts'
import { options } from './arbitraries.ts'

const mark = fc.constantFrom(ANOMALY, NORMAL, UNCOUNTED)

/** Images with their marks, whether they are tests, and judgements of some of them, one an image. */
const judged = fc.array(fc.tuple(mark, fc.boolean(), fc.option(mark)), { maxLength: 40 }).map((images) => ({
  marks: Int8Array.from(images, ([label]) => label),
  isTest: images.map(([, test]) => test),
  judgements: images.flatMap(([, , verdict], position): Judgement[] =>
    verdict === null ? [] : [{ position, kind: String(verdict), mark: verdict }]),
}))

describe('verdicts in the place of labels', () => {
  test('change what they say, and say how', () => {
    const marks = Int8Array.of(NORMAL, ANOMALY, UNCOUNTED, NORMAL, NORMAL, UNCOUNTED)
    const judgements = [
      { position: 0, kind: 'anomaly', mark: ANOMALY }, { position: 1, kind: 'anomaly', mark: ANOMALY },
      { position: 2, kind: 'normal', mark: NORMAL }, { position: 3, kind: 'unsure', mark: UNCOUNTED },
      { position: 5, kind: 'anomaly', mark: ANOMALY },
    ]
    const found = judgedMarks(marks, [1, 1, 1, 1, 1, 0], judgements)
    expect([...found.marks]).toEqual([ANOMALY, ANOMALY, NORMAL, UNCOUNTED, NORMAL, UNCOUNTED])
    expect(found.counts).toEqual({
      verdicts: { anomaly: 2, normal: 1, unsure: 1 }, replaced: 1, added: 1, leftOut: 1, untested: 1,
    })
  })

  test('leave every image alone that is no test, or that nobody judged', () => {
    fc.assert(fc.property(judged, ({ marks, isTest, judgements }) => {
      const before = marks.slice()
      const found = judgedMarks(marks, isTest, judgements)
      const said = new Map(judgements.map((one) => [one.position, one.mark]))
      found.marks.forEach((after, i) => expect(after).toBe((isTest[i] ? said.get(i) : undefined) ?? marks[i]))
      expect(marks).toEqual(before)
    }), options)
  })

  test('are counted each once, by kind, and each changed mark once, by how', () => {
    fc.assert(fc.property(judged, ({ marks, isTest, judgements }) => {
      const { marks: after, counts } = judgedMarks(marks, isTest, judgements)
      const byKind = Object.values(counts.verdicts).reduce<number>((sum, count) => sum + (count ?? 0), 0)
      expect(byKind + counts.untested).toBe(judgements.length)
      const changed = after.filter((one, i) => one !== marks[i]).length
      expect(counts.replaced + counts.added + counts.leftOut).toBe(changed)
    }), options)
  })

  test('of an image that is not there are refused', () => {
    expect(() => judgedMarks(new Int8Array(2), [1, 1], [{ position: 2, kind: 'normal', mark: NORMAL }])).toThrow(RangeError)
  })
})
