import type { CellResult, StudySpec } from '../../contract/studies.ts'
import { stream } from '../../models/random.ts'
import { type AblationCurve, ablationCurves } from '../tables/ablation.ts'
import { claimOf } from '../tables/claims.ts'
import { devicesOf } from '../tables/devicesOf.ts'
import { type SizeCurve, sizeCurves } from '../tables/ensembleSizes.ts'
import { inOrder } from '../tables/inOrder.ts'
import { type Matrix, matrixOf } from '../tables/matrix.ts'
import { type Completeness, completeness } from '../tables/missingCells.ts'
import { type Overhead, overheads } from '../tables/overhead.ts'
import { type Comparisons, comparisonsOf } from '../tables/primaryComparisons.ts'
import { type Regret, regretOf } from '../tables/regret.ts'
import { type ExpectedCases, studyGrid } from '../tables/studyGrid.ts'

/** All that a study's cells say. */
export interface StudyTables {
  spec: StudySpec
  completeness: Completeness
  /** One sentence for each primary comparison. */
  claims: string[]
  comparisons: Comparisons
  /** Of each set. */
  matrices: Matrix[]
  /** Of all sets together, where there are several. */
  together: Matrix | null
  /** Of each set, then of all together. */
  regrets: Regret[]
  ablation: AblationCurve[]
  sizes: SizeCurve[]
  overheads: Overhead[]
  provenance: Provenance
}

/** What the figures come from, beside the study's file. */
export interface Provenance {
  versions: string[]
  devices: string[]
  /** When the first and the last cell ended; null where none did. */
  ended: [string, string] | null
  resamples: number
  confidence: number
}

const resamples = 10_000

/**
 * Every table of a study. The same cells give the same figures, in whatever order they come.
 * @param expected the cases of each set, so that those of which no cell is there yet are named as missing
 */
export function studyTables(
  spec: StudySpec, cells: readonly CellResult[], expected?: ExpectedCases,
): StudyTables {
  const grid = studyGrid(spec, cells, expected)
  const resampling = { resamples, random: (name: string) => stream(`study/${name}`) }
  const comparisons = comparisonsOf(grid, resampling)
  const groups = [...grid.sets.map((set) => [set]), ...(grid.sets.length > 1 ? [grid.sets] : [])]
  return {
    spec, completeness: completeness(grid), claims: comparisons.primary.map(claimOf), comparisons,
    matrices: grid.sets.map((set) => matrixOf(grid, [set], resampling)),
    together: grid.sets.length > 1 ? matrixOf(grid, grid.sets, resampling) : null,
    regrets: groups.flatMap((sets) => regretOf(grid, sets) ?? []),
    ablation: ablationCurves(grid, resampling), sizes: sizeCurves(grid, resampling), overheads: overheads(grid),
    provenance: provenanceOf(cells),
  }
}

function provenanceOf(cells: readonly CellResult[]): Provenance {
  const ended = cells.map((cell) => cell.ended).toSorted()
  return {
    versions: inOrder(cells.map(({ version }) => version)), devices: devicesOf(cells),
    ended: ended.length > 0 ? [ended[0], ended.at(-1)!] : null, resamples, confidence: 0.95,
  }
}
