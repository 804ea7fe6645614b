import { expect, test } from 'vitest'
import { bandTable } from '../../../renderer/charts/bandTable.ts'
import { classMark } from '../../../renderer/charts/classMarks.ts'
import { curveTable } from '../../../renderer/charts/curveTable.ts'
import { histogramTable } from '../../../renderer/charts/histogramTable.ts'
import { rocTable } from '../../../renderer/charts/rocTable.ts'
import { histogram } from '../../../renderer/results/histogram.ts'
import { rocCurve } from '../../../renderer/results/rocCurve.ts'

test('a ROC curve’s table has a row for each corner, and its figures are those of the groups at that threshold', () => {
  const [normals, anomalies] = [Float32Array.of(1, 2, 3, 4), Float32Array.of(3.5, 5)]
  const { rows } = rocTable(rocCurve(normals, anomalies)!)
  for (const [threshold, known, heldOut] of rows) {
    const above = (scores: Float32Array) => scores.filter((score) => score > Number(threshold ?? -Infinity)).length / scores.length
    expect([known, heldOut]).toEqual([above(normals), above(anomalies)])
  }
  expect(rows.at(0)).toEqual([5, 0, 0])
  expect(rows.at(-1)).toEqual([null, 1, 1])
})

test('a histogram’s table loses no image: counts add up to the groups, shares to one, bins follow each other', () => {
  const groups = [Float32Array.of(0, 0.1, 0.9), Float32Array.of(0.5, 0.5, 0.7, 2)].map((scores, i) => ({
    name: `group ${i}`, colour: '--ink', dash: 'solid' as const, images: scores.length,
    histogram: histogram(scores, { from: 0, to: 1 }, 7),
  }))
  const { columns, rows } = histogramTable(groups)
  expect(columns.map(({ title }) => title)).toEqual(['From', 'To', 'group 0', 'group 0, share', 'group 1', 'group 1, share'])
  const sum = (column: number) => rows.reduce((total, row) => total + (row[column] as number), 0)
  expect([sum(2), sum(4)]).toEqual([3, 4])
  expect(sum(3)).toBeCloseTo(1)
  expect(sum(5)).toBeCloseTo(1)
  for (let i = 1; i < rows.length; i++) expect(rows[i][0]).toBe(rows[i - 1][1])
})

test('the curves’ table has every point of every member with all of its figures', () => {
  const point = { epoch: 1, step: 40, loss: 2, reconstruction: 3, divergence: 4, validationLoss: 5, learningRate: 0.1, seconds: 9 }
  const { columns, rows } = curveTable([[point], [], [point, { ...point, epoch: 2, validationLoss: null }]])
  expect(rows).toEqual([[1, 1, 40, 2, 5, 3, 4, 0.1, 9], [3, 1, 40, 2, 5, 3, 4, 0.1, 9], [3, 2, 40, 2, null, 3, 4, 0.1, 9]])
  expect(columns).toHaveLength(rows[0].length)
})

test('curves with bands are told by curve and step, steps that are numbers as numbers', () => {
  const curve = { name: 'plain', mark: classMark(0), dash: 'solid' as const }
  const points = [{ at: '2', mean: 0.9, lower: 0.8, upper: 0.95 }, { at: 'auto', mean: null, lower: null, upper: null }]
  expect(bandTable([{ ...curve, points }], 'Members')).toMatchObject({
    columns: [{ title: 'Curve' }, { title: 'Members' }, { title: 'Mean AUROC' }, { title: 'Lower end' }, { title: 'Upper end' }],
    rows: [['plain', 2, 0.9, 0.8, 0.95], ['plain', 'auto', null, null, null]],
  })
})
