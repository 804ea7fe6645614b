import type { CellResult, StudySpec } from '../../contract/studies.ts'
import { meanOverClasses } from '../../metrics/hierarchicalBootstrap.ts'
import { aurocsOf, cellsIn, meanOf, present } from './aurocs.ts'
import { devicesOf } from './devicesOf.ts'
import type { StudyGrid } from './studyGrid.ts'

/** What an arm costs beside what it gives, over its done cells of one set. */
export interface Overhead {
  set: string
  arm: string
  /** Whose AUROC stands beside the costs: the primary one, else the first rival, else the first named. */
  detector: string
  mean: number | null
  cells: number
  of: number
  /** Of an ensemble, as if its members were trained one after the other; the mean over the cells that have it. */
  trainingSeconds: number | null
  /** How many cells have a training time. */
  timed: number
  scoringSeconds: number | null
  members: number[]
  threads: number[]
  /** Of one member: one number, or several where classes differ in it. */
  parameters: number[]
  /** The largest of the cells, MB. */
  memory: number | null
  devices: string[]
}

/** The costs of each arm, a set after the other. */
export function overheads(grid: StudyGrid): Overhead[] {
  return grid.sets.flatMap((set) => grid.spec.arms.map(({ name }) => overheadOf(grid, set, name)))
}

function overheadOf(grid: StudyGrid, set: string, arm: string): Overhead {
  const places = grid.places([set])
  const detector = detectorBeside(grid.spec, arm)
  const aurocs = aurocsOf(grid, places, { name: `${arm}/${detector}`, arm, detector })
  const cells = places.flatMap((place) => grid.seeds.flatMap((seed) => grid.cell(place, seed, arm) ?? []))
    .filter(({ state }) => state === 'done')
  return {
    set, arm, detector, mean: cellsIn(aurocs) > 0 ? meanOverClasses(present(aurocs)) : null,
    cells: cells.length, of: places.length * grid.seeds.length, ...costsOf(cells),
  }
}

function costsOf(cells: CellResult[]) {
  const training = known(cells.map(({ trainingSeconds }) => trainingSeconds))
  const memory = known(cells.map((cell) => cell.memory))
  return {
    trainingSeconds: meanOrNull(training), timed: training.length,
    scoringSeconds: meanOrNull(known(cells.map(({ scoringSeconds }) => scoringSeconds))),
    members: rising(cells.map(({ members }) => members)),
    threads: rising(known(cells.map(({ threads }) => threads))),
    parameters: rising(known(cells.map(({ parameters }) => parameters))),
    memory: memory.length > 0 ? Math.max(...memory) : null,
    devices: devicesOf(cells),
  }
}

/** Chosen by what the study's file says alone, so that no best result is picked. */
function detectorBeside({ primary, arms }: StudySpec, arm: string): string {
  const named = [primary?.method, ...(primary?.rivals ?? [])].find((method) => method?.startsWith(`${arm}/`))
  return named ? named.slice(arm.length + 1) : arms.find(({ name }) => name === arm)!.detectors[0]
}

const known = (values: (number | null)[]) => values.filter((value) => value !== null)
const meanOrNull = (values: number[]) => (values.length > 0 ? meanOf(values) : null)
const rising = (values: number[]) => [...new Set(values)].toSorted((a, b) => a - b)
