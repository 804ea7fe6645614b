import type { Method } from './methods.ts'
import type { Place, StudyGrid, Varied } from './studyGrid.ts'

/** AUROCs by place and seed; null where a cell failed, is missing, or has no such score. */
export type Aurocs = (number | null)[][]

/** The AUROCs of a method, for each place those of the study's seeds. */
export function aurocsOf(grid: StudyGrid, places: readonly Place[], method: Method, varied?: Varied): Aurocs {
  return places.map((place) => grid.seeds.map((seed) => {
    const cell = grid.cell(place, seed, method.arm, varied)
    if (cell?.state !== 'done') return null
    return cell.scores.find(({ detector }) => detector === method.detector)?.metrics.auroc ?? null
  }))
}

/** What is there, by place; a place of which nothing is there is left out. */
export function present(aurocs: Aurocs): number[][] {
  return aurocs.map((seeds) => seeds.filter((value) => value !== null)).filter((seeds) => seeds.length > 0)
}

/** How many cells are there. */
export function cellsIn(aurocs: Aurocs): number {
  return aurocs.flat().filter((value) => value !== null).length
}

/** a less b on the cells that both have. */
export function differencesOf(a: Aurocs, b: Aurocs): Aurocs {
  return a.map((seeds, place) => seeds.map((value, seed) => {
    const other = b[place][seed]
    return value === null || other === null ? null : value - other
  }))
}

/** The AUROCs without those cells that one of the others lacks. */
export function onCommonCells(aurocs: Aurocs, others: readonly Aurocs[]): Aurocs {
  return aurocs.map((seeds, place) => seeds.map((value, seed) =>
    others.every((other) => other[place][seed] !== null) ? value : null))
}

/** The mean of the numbers. */
export function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}
