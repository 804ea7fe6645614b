import { expect, test } from 'vitest'
import { comparedPairs, type ComparedScores } from '../../main/comparisons/comparedPairs.ts'
import { delongTest } from '../../main/metrics/delong.ts'
import { holm } from '../../main/metrics/holm.ts'

// Forty normals (0 to 39), twenty shirts, twenty bags, and five images that do not count.
const marks = Int8Array.from({ length: 85 }, (_, i) => (i < 40 ? 0 : i < 80 ? 1 : -1))
const classes = Array.from({ length: 85 }, (_, i) => (i >= 40 && i < 60 ? 'shirt' : i >= 60 && i < 80 ? 'bag' : 'coat'))
const wave = (i: number, step: number) => ((i * step) % 17) / 17
const column = (shirts: number, bags: number, step: number): ComparedScores => ({
  threshold: 1,
  scores: Float64Array.from(marks, (_, i) => wave(i, step) + (i >= 40 && i < 60 ? shirts : i >= 60 && i < 80 ? bags : 0)),
})
const [good, blind, other] = [column(0.9, 0.9, 5), column(0, 0.9, 5), column(0.9, 0.8, 7)]
const counted = [...marks.keys()].slice(0, 80)
const of = ({ scores }: ComparedScores) => counted.map((i) => scores[i])

test('every two columns are compared once, by DeLong over what counts and by Holm over the pairs', () => {
  const pairs = comparedPairs([good, blind, other], { marks, classes })
  expect(pairs.map(({ first, second }) => [first, second])).toEqual([[0, 1], [0, 2], [1, 2]])
  const tests = [[good, blind], [good, other], [blind, other]].map(([a, b]) =>
    delongTest(of(a), of(b), counted.map((i) => marks[i])))
  const adjusted = holm(tests.map(({ p }) => p))
  pairs.forEach(({ difference }, i) => {
    expect(difference).toMatchObject({ estimate: tests[i].estimate, p: tests[i].p, adjusted: adjusted[i] })
  })
})

test('each held-out class is compared by itself, against all normal images', () => {
  const [{ classes: byClass }] = comparedPairs([good, blind], { marks, classes })
  expect(byClass.map(({ name, images }) => [name, images])).toEqual([['bag', 20], ['shirt', 20]])
  const [bag, shirt] = byClass
  expect(bag).toMatchObject({ estimate: 0, p: 1 })
  expect(shirt.estimate).toBeGreaterThan(0.3)
  expect(shirt.adjusted).toBeLessThan(0.001)
})

test('the four quadrants count each image once, normals and anomalies apart', () => {
  const [{ quadrants: { normals, anomalies } }] = comparedPairs([good, blind], { marks, classes })
  const sum = (counts: typeof normals) => Object.values(counts).reduce((a, b) => a + b)
  expect([sum(normals), sum(anomalies)]).toEqual([40, 40])
  expect(anomalies).toMatchObject({ first: good.scores.slice(40, 60).filter((score) => score > 1).length, second: 0 })
  expect(normals).toEqual({ both: 0, first: 0, second: 0, neither: 40 })
})

test('with too few of a kind there is no test, but the correlation and the quadrants are there', () => {
  const none = Int8Array.from(marks, (mark) => Math.min(mark, 0))
  const [pair] = comparedPairs([good, blind], { marks: none, classes })
  expect(pair).toMatchObject({ difference: null, classes: [] })
  expect(pair.correlation).toBeGreaterThan(0)
})
