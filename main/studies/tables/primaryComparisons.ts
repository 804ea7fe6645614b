import { holm } from '../../metrics/holm.ts'
import { aurocsOf } from './aurocs.ts'
import { level, type PairedDifference, pairedDifference } from './pairedTest.ts'
import type { Method } from './methods.ts'
import type { Resampling } from './resampling.ts'
import type { StudyGrid } from './studyGrid.ts'

/** The primary method against another one, on the cells that both have. */
export interface Comparison extends PairedDifference {
  method: string
  rival: string
  sets: string[]
  /** How many cells they would share if none lacked. */
  of: number
}

/** A comparison that was named beforehand. */
export interface PrimaryComparison extends Comparison {
  /** Holm's, over all rivals named; null where there is too little to test. */
  adjusted: number | null
  verdict: 'better' | 'worse' | 'not told'
}

/** What a study is for, and what else its cells say of its primary method. */
export interface Comparisons {
  primary: PrimaryComparison[]
  /** Each set by itself against the rivals, and all other methods: differences with intervals, and no test. */
  exploratory: Omit<Comparison, 'p'>[]
}

/**
 * The comparisons of a study's primary method; none where the study names no such method. Those named beforehand are
 * over the held-out cases of all sets together. A rival that cannot be tested counts as a test all the same.
 */
export function comparisonsOf(grid: StudyGrid, resampling: Resampling): Comparisons {
  const { primary } = grid.spec
  if (!primary) return { primary: [], exploratory: [] }
  const compare = (rival: string, sets: string[]) => comparison(grid, primary.method, rival, sets, resampling)
  const rivals = [...new Set(primary.rivals)]
  const others = grid.methods.map(({ name }) => name)
    .filter((name) => name !== primary.method && !rivals.includes(name))
  const each = grid.sets.length > 1 ? grid.sets.map((set) => [set]) : []
  const exploratory = [
    ...others.map((other) => compare(other, grid.sets)),
    ...each.flatMap((sets) => [...rivals, ...others].map((other) => compare(other, sets))),
  ]
  return {
    primary: judged(rivals.map((rival) => compare(rival, grid.sets))),
    exploratory: exploratory.map(untested),
  }
}

/** What is not named beforehand gets no p. */
function untested({ method, rival, sets, of, cells, cases, difference }: Comparison): Omit<Comparison, 'p'> {
  return { method, rival, sets, of, cells, cases, difference }
}

function comparison(
  grid: StudyGrid, method: string, rival: string, sets: string[], resampling: Resampling,
): Comparison {
  const places = grid.places(sets)
  const of = (name: string) => aurocsOf(grid, places, methodNamed(grid, name))
  const name = `${grid.spec.name}/${sets.join('+')}/${method}/${rival}`
  const paired = pairedDifference(of(method), of(rival), name, resampling)
  return { method, rival, sets, of: places.length * grid.seeds.length, ...paired }
}

function judged(comparisons: Comparison[]): PrimaryComparison[] {
  const adjusted = holm(comparisons.map(({ p }) => p ?? 1))
  return comparisons.map((one, i) => ({
    ...one, adjusted: one.p === null ? null : adjusted[i], verdict: verdictOf(one, adjusted[i]),
  }))
}

function verdictOf({ p, difference }: Comparison, adjusted: number): PrimaryComparison['verdict'] {
  if (p === null || difference === null || adjusted >= level) return 'not told'
  return difference.estimate > 0 ? 'better' : 'worse'
}

/** Its arm and detector; no cell has scores of a name that the study's arms do not have. */
function methodNamed(grid: StudyGrid, name: string): Method {
  const [arm, ...detector] = name.split('/')
  return grid.methods.find((one) => one.name === name) ?? { name, arm, detector: detector.join('/') }
}
