import { describe, expect, test } from 'vitest'
import type { DetectorDescription, Score } from '../../../main/contract/scores.ts'
import { aligned, Counted } from '../../../renderer/comparisons/aligned.ts'
import { parseColumns, swapped, withColumn } from '../../../renderer/comparisons/columnIds.ts'
import { differenceWords, intervalWords, pWords } from '../../../renderer/comparisons/differenceWords.ts'
import { firstColumns, nextColumn } from '../../../renderer/comparisons/firstColumns.ts'
import { disputed, inQuadrant, moved, pairsOf, quadrantCounts, rise } from '../../../renderer/comparisons/pairs.ts'
import { scoreScatter } from '../../../renderer/comparisons/scoreScatter.ts'
import { HELD_OUT, KNOWN, UNLABELLED } from '../../../renderer/results/roles.ts'

const detectors = ['default', 'other'].map((id) => ({ id, name: id })) as DetectorDescription[]
const scoreOf = (id: number, ensembleId: number, detector: string, imageSetId = 1) =>
  ({ id, ensembleId, detector, imageSetId }) as Score

describe('the columns', () => {
  test('an address names two to four scores, each once; anything else names none', () => {
    expect(parseColumns('3.7')).toEqual([3, 7])
    expect(parseColumns('3.7.3.1.2.9')).toEqual([3, 7, 1, 2])
    expect(['', '3.', 'x', null].map(parseColumns)).toEqual([null, null, null, null])
  })

  test('a score that another column shows changes places with it', () => {
    expect(withColumn([3, 7, 9], 0, 9)).toEqual([9, 7, 3])
    expect(withColumn([3, 7], 1, 5)).toEqual([3, 5])
    expect(swapped([3, 7, 9], 1, 0)).toEqual([7, 3, 9])
  })

  test('the newest two ensembles of one image set come first, each by its default detector', () => {
    const ensembles = [{ id: 3, imageSetId: 1 }, { id: 2, imageSetId: 2 }, { id: 1, imageSetId: 1 }]
    const scores = [scoreOf(10, 3, 'other'), scoreOf(11, 3, 'default'), scoreOf(12, 2, 'default', 2), scoreOf(13, 1, 'default')]
    expect(firstColumns(ensembles, scores, detectors)).toEqual([11, 13])
    expect(nextColumn([11, 13], ensembles, scores, detectors)).toBe(10)
    expect(nextColumn([11, 13, 10], ensembles, scores, detectors)).toBe(12)
    expect(nextColumn([11, 13, 10, 12], ensembles, scores, detectors)).toBeNull()
  })

  test('of a lone ensemble two detectors are compared, of a lone score nothing', () => {
    const ensembles = [{ id: 1, imageSetId: 1 }]
    expect(firstColumns(ensembles, [scoreOf(1, 1, 'other'), scoreOf(2, 1, 'default')], detectors)).toEqual([2, 1])
    expect(firstColumns(ensembles, [scoreOf(1, 1, 'other')], detectors)).toEqual([1])
    expect(firstColumns(ensembles, [], detectors)).toEqual([])
  })
})

/** Two sets of five and four images; the first's images 1, 2, 4 and 0 are the second's 3, 0, 1 and 2. */
function twoSets() {
  const first = {
    scores: Float32Array.of(5, 1, 9, 100, 4), role: Uint8Array.of(HELD_OUT, KNOWN, HELD_OUT, KNOWN, KNOWN),
    isTest: Uint8Array.of(1, 1, 1, 1, 1),
  }
  const second = {
    scores: Float32Array.of(1, 8, 2, 3), role: Uint8Array.of(HELD_OUT, KNOWN, KNOWN, KNOWN), isTest: Uint8Array.of(1, 1, 1, 1),
  }
  return aligned([first, second], [Int32Array.of(1, 2, 4, 0), Int32Array.of(3, 0, 1, 2)], [4.5, 2.5])
}

describe('images of several sets', () => {
  test('lie in the order of the first set, with what the others say of the same image', () => {
    const { places, scores, shown, ranks } = twoSets()
    expect([...places[1]]).toEqual([2, 3, 0, -1, 1])
    expect([...scores[1]]).toEqual([2, 3, 1, NaN, 8])
    expect([...shown]).toEqual([0, 1, 2, 4])
    expect(ranks.map((one) => [...one])).toEqual([[2, 4, 1, 0, 3], [3, 2, 4, 0, 1]])
  })

  test('an image that is normal to one and an anomaly to another does not count', () => {
    expect([...twoSets().counted]).toEqual([Counted.not, Counted.normal, Counted.anomaly, Counted.not, Counted.normal])
  })

  test('without common test images all common ones are shown, and none counts', () => {
    const column = { scores: Float32Array.of(1, 2), role: Uint8Array.of(KNOWN, UNLABELLED), isTest: Uint8Array.of(0, 0) }
    const places = Int32Array.of(0, 1)
    const { shown, counted } = aligned([column, column], [places, places], [0, 0])
    expect([[...shown], [...counted]]).toEqual([[0, 1], [Counted.not, Counted.not]])
  })
})

describe('two columns', () => {
  test('flag in four quadrants, counted by what the images are', () => {
    expect(pairsOf(3)).toEqual([[0, 1], [0, 2], [1, 2]])
    expect(quadrantCounts(twoSets(), [0, 1])).toEqual({
      both: { normals: 0, anomalies: 0, others: 0 }, first: { normals: 0, anomalies: 1, others: 1 },
      second: { normals: 2, anomalies: 0, others: 0 }, neither: { normals: 0, anomalies: 0, others: 0 },
    })
  })

  test('disagree where only one flags, first where the ranks are furthest apart', () => {
    const columns = twoSets()
    expect([0, 1, 2, 4].map((image) => rise(columns, [0, 1], image))).toEqual([1, -2, 3, -2])
    expect([...disputed(columns, [0, 1])]).toEqual([2, 1, 4, 0])
    expect([...inQuadrant(columns, [0, 1], 'second')]).toEqual([1, 4])
    expect([...moved(columns, [1, 0])]).toEqual([2, 1, 4, 0])
  })

  test('are drawn one against the other, with a line at each threshold and decades where one score is far off', () => {
    const columns = twoSets()
    const { points, outlines, log } = scoreScatter(columns, [0, 1])
    expect([...points.subarray(12, 14)]).toEqual([4, 8])
    expect(outlines.map(({ points: [from] }) => from[outlines[0].points[0] === from ? 0 : 1])).toEqual([4.5, 2.5])
    expect(log).toEqual([false, false])
    columns.scores[0][2] = 9000
    const wide = scoreScatter(columns, [0, 1])
    expect(wide.log).toEqual([true, false])
    expect(wide.points[6]).toBeCloseTo(Math.log10(9000))
  })
})

test('differences are written with their sign, and small probabilities as a bound', () => {
  expect(differenceWords({ estimate: 0.0121 })).toBe('+0.012')
  expect(intervalWords({ interval: [-0.004, 0.028] })).toBe('−0.004 to +0.028')
  expect([pWords(0.0001), pWords(0.0321)]).toEqual(['< 0.001', '0.032'])
})
