import type { CellResult, SizeResult, StudyArm } from '../../contract/studies.ts'
import type { Interval } from '../../metrics/interval.ts'
import { meanOverClasses } from '../../metrics/hierarchicalBootstrap.ts'
import { meanOf } from './aurocs.ts'
import { meanInterval, type Resampling } from './resampling.ts'
import type { StudyGrid, Varied } from './studyGrid.ts'

/** What ensembles of one size gave, drawn from the members of each cell. */
export interface SizePoint {
  size: number
  cells: number
  of: number
  /** Over held-out cases and seeds, of the cells' means over the draws. */
  mean: number
  interval: Interval | null
  /** Standard deviation over the draws within a cell: the root of the cells' mean variance. */
  spread: number
}

/** How a method's AUROC grows with the number of members, with the classes in random or in one fixed order. */
export interface SizeCurve {
  set: string
  arm: string
  order: StudyArm['order']
  detector: string
  points: SizePoint[]
}

/** The curves over sizes, of each set the arms of random order before those of fixed order. */
export function sizeCurves(grid: StudyGrid, resampling: Resampling): SizeCurve[] {
  const places = { random: 0, fixed: 1 }
  return grid.sets.flatMap((set) => grid.methods
    .flatMap(({ arm, detector }) => ordersOf(grid, arm).map(({ order, varied }) => {
      const points = pointsOf(grid, { set, arm, order, detector, varied }, resampling)
      return { set, arm, order, detector, points }
    }))
    .filter(({ points }) => points.length > 0)
    .toSorted((a, b) => places[a.order] - places[b.order]))
}

type Curve = Omit<SizeCurve, 'points'> & { varied: Varied }

/** The arm as it is, and with the other order where that is varied. */
function ordersOf({ spec: { arms, vary } }: StudyGrid, name: string): Pick<Curve, 'order' | 'varied'>[] {
  const { order: own } = arms.find((arm) => arm.name === name)!
  const other = own === 'random' ? 'fixed' as const : 'random' as const
  const tried = vary.some((one) => one.setting === 'order' && one.arms.includes(name) && one.values.includes(other))
  return [{ order: own, varied: {} }, ...(tried ? [{ order: other, varied: { order: other } }] : [])]
}

function pointsOf(grid: StudyGrid, curve: Curve, resampling: Resampling): SizePoint[] {
  const results = grid.places([curve.set]).map((place) => grid.seeds.flatMap((seed) =>
    sizesIn(grid.cell(place, seed, curve.arm, curve.varied), curve.detector)))
  const sizes = new Set(results.flat().map(({ size }) => size))
  const of = results.length * grid.seeds.length
  return [...sizes].toSorted((a, b) => a - b).map((size) => {
    const name = `${grid.spec.name}/sizes/${curve.set}/${curve.arm}/${curve.order}/${curve.detector}/${size}`
    const ofSize = results.map((seeds) => seeds.filter((one) => one.size === size))
    return { size, of, ...pointOf(ofSize, name, resampling) }
  })
}

function sizesIn(cell: CellResult | undefined, detector: string): SizeResult[] {
  return cell?.state === 'done' ? cell.sizes.filter((one) => one.detector === detector) : []
}

function pointOf(results: SizeResult[][], name: string, resampling: Resampling): Omit<SizePoint, 'size' | 'of'> {
  const there = results.filter((seeds) => seeds.length > 0)
  const aurocs = there.map((seeds) => seeds.map(({ auroc }) => auroc))
  const variances = there.flat().map(({ deviation }) => deviation ** 2)
  return {
    cells: there.flat().length, mean: meanOverClasses(aurocs),
    interval: meanInterval(aurocs, name, resampling), spread: Math.sqrt(meanOf(variances)),
  }
}
