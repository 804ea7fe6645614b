import { describe, expect, test } from 'vitest'
import { ablationCurves } from '../../../main/studies/tables/ablation.ts'
import { armValue } from '../../../main/studies/tables/armValue.ts'
import { sizeCurves } from '../../../main/studies/tables/ensembleSizes.ts'
import { studyGrid } from '../../../main/studies/tables/studyGrid.ts'
import { type At, madeCells, madeSpec, resampling } from '../madeStudy.ts'

const vary = [
  { arms: ['ours'], setting: 'latent' as const, values: [16, 2, 8, 4] },
  { arms: ['ours', 'cnn'], setting: 'means' as const, values: ['learned'] },
]
const spec = madeSpec({ vary })
const auroc = ({ varied, case: held }: At) => 0.9 + Number(held) / 1000 - 0.1 / Number(varied.latent ?? 8)
const cells = madeCells(spec, auroc)
const curves = (given = cells) => ablationCurves(studyGrid(spec, given), resampling)

describe('the ablation curves', () => {
  test('are one for each varied setting and method of the arms in which it is varied', () => {
    expect(curves().map(({ setting, method }) => `${setting} ${method}`)).toEqual([
      'latent ours/centre', 'latent ours/divergence',
      'means ours/centre', 'means ours/divergence', 'means cnn/max-softmax',
    ])
  })

  test('have each value once, rising, with the mean over the cases and its interval', () => {
    const [{ points }] = curves()
    expect(points.map(({ value }) => value)).toEqual([2, 4, 8, 16])
    points.forEach(({ value, mean, interval, cells: count }) => {
      expect(mean).toBeCloseTo(0.9045 - 0.1 / Number(value), 12)
      expect(interval!.lower < mean! && mean! < interval!.upper).toBe(true)
      expect(count).toBe(10)
    })
  })

  test('hold the arm’s own value too, from the cells where nothing is varied', () => {
    const [{ points }, , means] = curves(cells.filter(({ varied }) => varied.latent !== 8))
    expect(points[2]).toMatchObject({ value: 8, own: true, cells: 10 })
    expect(means.points.map(({ value, own }) => [value, own])).toEqual([['learned', false], ['fixed', true]])
  })

  test('take a value that is the arm’s own for the arm as it is, and the other way round', () => {
    const grid = studyGrid(spec, cells.filter(({ arm, varied }) => arm !== 'ours' || varied.latent === 8))
    expect(grid.cell({ set: 'mnist', case: '0' }, 1, 'ours')?.varied).toEqual({ latent: 8 })
  })

  test('say of how many cells a value is', () => {
    const some = cells.filter(({ varied, case: held }) => varied.latent !== 2 || Number(held) > 3)
    expect(curves(some)[0].points[0]).toMatchObject({ value: 2, cells: 6, of: 10 })
    const [{ points: [none] }] = curves(cells.filter(({ varied }) => varied.latent !== 2))
    expect(none).toMatchObject({ value: 2, cells: 0, mean: null, interval: null })
  })
})

test('an arm’s own value is that of its file, else of its preset', () => {
  const { arms: [arm] } = madeSpec({
    arms: [{ name: 'a', preset: 'paper', model: { kind: 'cl-vae', dense: 32 } }],
  })
  expect(armValue(arm, 'dense')).toBe(32)
  expect(armValue(arm, 'latent')).toBe(2)
  expect([armValue(arm, 'objective'), armValue(arm, 'order'), armValue(arm, 'epochs')]).toEqual(['paper', 'random', 50])
})

describe('the curves over ensemble sizes', () => {
  const arms = [
    { name: 'one-order', order: 'fixed' as const, sizes: [1, 5] }, { name: 'many-orders', sizes: [1, 5] },
  ]
  const pools = madeSpec({ arms, seeds: [1, 2] })
  const gain = (arm: string, size: number) => (arm === 'many-orders' ? 0.02 : 0.005) * Math.log2(size)
  const pooled = madeCells(pools, () => 0.9).map((cell) => ({
    ...cell, sizes: [1, 5].map((size) => ({
      detector: 'centre', size, draws: 4, auroc: 0.9 + gain(cell.arm, size) + cell.seed / 100,
      deviation: cell.seed / size,
    })),
  }))
  const found = (of = pools, given = pooled) => sizeCurves(studyGrid(of, given), resampling)

  test('stand side by side, random order before fixed', () => {
    expect(found().map(({ arm, order }) => [arm, order])).toEqual([['many-orders', 'random'], ['one-order', 'fixed']])
  })

  test('have the mean over cells and, as spread over draws, the root of the mean variance', () => {
    const [one, five] = found()[0].points
    expect([one.mean, five.mean]).toEqual([expect.closeTo(0.915, 12), expect.closeTo(0.915 + 0.02 * Math.log2(5), 12)])
    expect([one.size, five.size, one.cells, one.of]).toEqual([1, 5, 20, 20])
    expect(one.spread).toBeCloseTo(Math.sqrt((1 + 4) / 2), 12)
    expect(five.spread).toBeCloseTo(Math.sqrt((1 + 4) / 2) / 5, 12)
  })

  test('also come of one arm in which the order is varied', () => {
    const vary = [{ arms: ['both'], setting: 'order' as const, values: ['fixed', 'random'] }]
    const varied = madeSpec({ arms: [{ name: 'both' }], vary })
    const given = madeCells(varied, () => 0.9).map((cell) => {
      const auroc = cell.varied.order === 'fixed' ? 0.8 : 0.9
      return { ...cell, sizes: [{ detector: 'centre', size: 3, draws: 2, auroc, deviation: 0 }] }
    })
    expect(found(varied, given).map(({ order, points }) => [order, points[0].mean])).toEqual(
      [['random', expect.closeTo(0.9, 12)], ['fixed', expect.closeTo(0.8, 12)]])
  })

  test('leave out failed cells and methods without sizes', () => {
    const failed = pooled.map((cell) => (cell.arm === 'one-order' ? { ...cell, state: 'failed' as const } : cell))
    expect(found(pools, failed).map(({ arm }) => arm)).toEqual(['many-orders'])
  })
})
