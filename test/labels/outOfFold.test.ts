import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { judgement } from '../../main/labels/judgement.ts'
import { outOfFoldLogProbabilities, panelsOf } from '../../main/labels/outOfFold.ts'
import { madeEvidence } from '../detectors/views.ts'

const OPTIONS = { seed: 20_261_124, numRuns: 200 }
const { evidence: { views } } = madeEvidence(3, [[0, 0], [30, -40]])
const count = views[0].encodings.means!.length / 2
const all = Uint32Array.from({ length: count }, (_, i) => i)
const asClassifiers = views.map((view) => ({ ...view, latent: null }))

describe('panels', () => {
  it('have every image judged by all members that left its fold out and by no other, or by all where it has no fold', () => {
    const folds = fc.array(fc.integer({ min: -1, max: 3 }), { minLength: 1, maxLength: 40 })
    const members = fc.array(fc.nat(3), { minLength: 1, maxLength: 6 })
    fc.assert(fc.property(folds, members, (foldOf, leftOut) => {
      const positions = Uint32Array.from(foldOf.keys())
      const judges = new Map(panelsOf(positions, Int32Array.from(foldOf), leftOut)
        .flatMap((panel) => [...panel.positions].map((position) => [position, panel.members])))
      foldOf.forEach((fold, position) => {
        const wanted = [...leftOut.keys()].filter((m) => fold < 0 || leftOut[m] === fold)
        expect(judges.get(position) ?? []).toEqual(wanted)
      })
    }), OPTIONS)
  })
})

describe.each([['class-latent VAEs', views], ['classifiers', asClassifiers]])('out-of-fold probabilities of %s', (_, members) => {
  it('are probabilities of the classes', () => {
    const said = outOfFoldLogProbabilities(members, [{ members: [0, 2], positions: all }])
    for (let i = 0; i < count; i++) {
      expect([0, 1, 2].reduce((sum, k) => sum + Math.exp(said[3 * i + k]), 0)).toBeCloseTo(1, 10)
    }
  })

  it('are the mean over the members that judge, and missing where nobody does', () => {
    const one = (m: number) => outOfFoldLogProbabilities(members, [{ members: [m], positions: all }])
    const [first, last] = [one(0), one(2)]
    const both = outOfFoldLogProbabilities(members, [{ members: [0, 2], positions: all.subarray(1) }])
    expect([...both.subarray(0, 3)]).toEqual([NaN, NaN, NaN])
    for (let at = 3; at < both.length; at++) {
      expect(Math.exp(both[at])).toBeCloseTo((Math.exp(first[at]) + Math.exp(last[at])) / 2, 10)
    }
  })
})

describe('the label-issue score', () => {
  const log = (rows: number[][]) => Float64Array.from(rows.flat(), Math.log)

  it('is the log-odds of the best other class against the given one', () => {
    const { scores, suggested } = judgement(log([[0.7, 0.2, 0.1], [0.7, 0.2, 0.1], [0.1, 0.1, 0.8]]), Int32Array.of(0, 2, 1), 3)
    expect([...suggested]).toEqual([1, 0, 2])
    const wanted = [Math.log(0.2 / 0.7), Math.log(7), Math.log(8)]
    scores.forEach((score, i) => expect(score).toBeCloseTo(wanted[i], 12))
  })

  it('is above 0 exactly where another class is more probable than the given one', () => {
    const rows = fc.array(fc.tuple(fc.nat(2), fc.array(fc.integer({ min: 1, max: 1000 }), { minLength: 3, maxLength: 3 })))
    fc.assert(fc.property(rows, (images) => {
      const { scores, suggested } = judgement(log(images.map(([, row]) => row)), Int32Array.from(images, ([given]) => given), 3)
      images.forEach(([given, row], i) => {
        expect(suggested[i]).not.toBe(given)
        expect(scores[i] > 0).toBe(Math.max(...row) > row[given])
        expect(row[suggested[i]]).toBe(Math.max(...row.filter((_, k) => k !== given)))
      })
    }), OPTIONS)
  })

  it('is missing for an image without a known class, and for one that nobody judges', () => {
    const { scores, suggested } = judgement(log([[0.5, 0.3, 0.2], [NaN, NaN, NaN]]), Int32Array.of(-1, 0), 3)
    expect([...scores, ...suggested]).toEqual([NaN, NaN, -1, -1])
  })

  it('of one member is the log-odds of Student’s t with four degrees of freedom around the classes', () => {
    const [view] = views
    const said = outOfFoldLogProbabilities([view], [{ members: [0], positions: all }])
    const given = Int32Array.from({ length: count }, (_, i) => (i + 1) % 3)
    const { scores, suggested } = judgement(said, given, 3)
    const { means, covariances } = view.latent!.gaussians
    const twice = (position: number, k: number) => {
      const [a, b, , c] = covariances[k]
      const [x, y] = [0, 1].map((j) => view.encodings.means![2 * position + j] - means[k][j])
      const determinant = a * c - b * b
      const squared = (c * x * x - 2 * b * x * y + a * y * y) / determinant
      return 6 * Math.log(1 + squared / 4) + Math.log(determinant)
    }
    for (let i = 0; i < count; i++) {
      const difference = (twice(i, given[i]) - twice(i, suggested[i])) / 2
      expect(scores[i]).toBeCloseTo(difference, 3 - Math.ceil(Math.log10(1 + Math.abs(difference))))
    }
  })
})
