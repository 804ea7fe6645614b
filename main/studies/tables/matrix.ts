import type { Interval } from '../../metrics/interval.ts'
import { meanOverClasses } from '../../metrics/hierarchicalBootstrap.ts'
import { type Aurocs, aurocsOf, cellsIn, onCommonCells, present } from './aurocs.ts'
import { bestOf } from './bestMethod.ts'
import { meanInterval, type Resampling } from './resampling.ts'
import type { Place, StudyGrid } from './studyGrid.ts'

/**
 * The AUROC of a method where one case is held out, over the seeds of which it is there; `best` as of a line, by a
 * test over the seeds, which needs as many of them.
 */
export interface MatrixEntry { auroc: number | null; seeds: number; best: boolean }

/** One method's line of a matrix. All figures are null where none of its cells is there. */
export interface MatrixLine {
  method: string
  /** In the order of the matrix's places. */
  entries: MatrixEntry[]
  /** How many cells are there, of how many; where some lack, mean and worst are over those that are there. */
  cells: number
  of: number
  complete: boolean
  /** Each held-out case counts the same. */
  mean: number | null
  interval: Interval | null
  worst: (Place & { auroc: number }) | null
  /** Over the cells that all methods with any cell have: comparable where `mean` is not. */
  commonMean: number | null
  /** Better than each other method by the paired test after Holm. */
  best: boolean
}

/** Held-out cases by methods, of one set or of several together. */
export interface Matrix {
  sets: string[]
  places: Place[]
  seeds: number[]
  /** Cells that all methods with any cell have. */
  commonCells: number
  lines: MatrixLine[]
}

/** The matrix of AUROCs over these sets, with what their cells lack left out of every figure. */
export function matrixOf(grid: StudyGrid, sets: string[], resampling: Resampling): Matrix {
  const places = grid.places(sets)
  const aurocs = grid.methods.map((method) => aurocsOf(grid, places, method))
  const common = onCommonCells(places.map(() => grid.seeds.map(() => 0)), aurocs.filter((one) => cellsIn(one) > 0))
  const name = `${grid.spec.name}/matrix/${sets.join('+')}`
  const best = bestOf(aurocs, name, resampling)
  const bests = bestsByPlace(places, aurocs, name, resampling)
  const lines = grid.methods.map((method, m) => ({
    ...lineOf(places, aurocs[m], `${name}/${method.name}`, resampling), method: method.name, best: m === best,
    entries: aurocs[m].map((seeds, p) => entryOf(seeds, bests[p] === m)),
    commonMean: meanIn(onCommonCells(aurocs[m], [common])),
  }))
  return { sets, places, seeds: grid.seeds, commonCells: cellsIn(common), lines }
}

/** The best method of each place by itself. */
function bestsByPlace(places: Place[], aurocs: Aurocs[], name: string, resampling: Resampling): (number | null)[] {
  return places.map((place, p) => {
    const here = aurocs.map((method) => [method[p]])
    return bestOf(here, `${name}/${place.set}/${place.case}`, resampling)
  })
}

function lineOf(places: Place[], aurocs: Aurocs, name: string, resampling: Resampling) {
  const [cells, of] = [cellsIn(aurocs), aurocs.flat().length]
  return {
    cells, of, complete: cells === of && of > 0, mean: meanIn(aurocs),
    interval: cells > 0 ? meanInterval(present(aurocs), name, resampling) : null,
    worst: worstOf(places, aurocs),
  }
}

function entryOf(seeds: (number | null)[], best: boolean): MatrixEntry {
  return { auroc: meanIn([seeds]), seeds: cellsIn([seeds]), best }
}

function meanIn(aurocs: Aurocs): number | null {
  return cellsIn(aurocs) > 0 ? meanOverClasses(present(aurocs)) : null
}

function worstOf(places: Place[], aurocs: Aurocs): MatrixLine['worst'] {
  const means = aurocs.map((seeds) => meanIn([seeds]))
  const there = means.flatMap((auroc, i) => (auroc === null ? [] : [{ ...places[i], auroc }]))
  return there.reduce<MatrixLine['worst']>((worst, one) => (worst && worst.auroc <= one.auroc ? worst : one), null)
}
