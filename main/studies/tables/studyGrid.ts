import type { CellResult, StudyProtocol, StudySpec } from '../../contract/studies.ts'
import { equalToDefault } from './armValue.ts'
import { inOrder } from './inOrder.ts'
import { type Method, methodsOf } from './methods.ts'

/** What is held out, of which set: a row of a study. */
export interface Place { set: string; case: string }

/** The settings of a cell that are not its arm's own. */
export type Varied = CellResult['varied']

/** A study's cells by what they are of, whatever order they came in. */
export interface StudyGrid {
  spec: StudySpec
  methods: Method[]
  sets: string[]
  seeds: number[]
  /** Of these sets, in the sets' order. */
  places(sets: readonly string[]): Place[]
  /** The cell of that place, seed and arm, done or failed; without `varied` that of the arm's own settings. */
  cell(place: Place, seed: number, arm: string, varied?: Varied): CellResult | undefined
}

/** The cases of each set, where they are known beforehand. */
export type ExpectedCases = ReadonlyMap<string, readonly string[]>

/**
 * Lays out the cells of a study. Cells of sets, seeds or arms that the study does not name are left out.
 * @param expected the cases of each set in their order: without it, a case of which no cell is there yet is known
 * only where the study's file names its class
 */
export function studyGrid(
  spec: StudySpec, cells: readonly CellResult[], expected: ExpectedCases = new Map(),
): StudyGrid {
  const { protocol } = spec
  const sets = spec.sets.map(({ name }) => name)
    .filter((name) => protocol.kind !== 'foreign' || name !== protocol.set)
  const found = byKey(cells)
  const casesIn = (set: string) =>
    casesOf(protocol, expected.get(set) ?? [], cells.filter((cell) => cell.set === set))
  const cases = new Map(sets.map((set) => [set, casesIn(set)]))
  const cell: StudyGrid['cell'] = (place, seed, arm, varied = {}) =>
    found.get(keyOf(place, seed, arm, varied)) ?? sameByDefault(spec, varied, arm)
      .map((other) => found.get(keyOf(place, seed, arm, other))).find((one) => one !== undefined)
  return {
    spec, methods: methodsOf(spec, cells), sets, seeds: [...new Set(spec.seeds)], cell,
    places: (of) => of.flatMap((set) => (cases.get(set) ?? []).map((one) => ({ set, case: one }))),
  }
}

/** A value that is the arm's own anyway may be recorded as varied or not: both are the same ensemble. */
function sameByDefault({ arms, vary }: StudySpec, varied: Varied, arm: string): Varied[] {
  const own = arms.find(({ name }) => name === arm)
  const entries = Object.entries(varied)
  if (!own || entries.length > 1) return []
  if (entries.length === 1) return equalToDefault(own, ...entries[0]) ? [{}] : []
  return vary.filter((one) => one.arms.includes(arm)).flatMap(({ setting, values }) =>
    values.filter((value) => equalToDefault(own, setting, value)).map((value) => ({ [setting]: value })))
}

/** The cases that are expected, those that the protocol names, and those that cells have beside them. */
function casesOf(protocol: StudyProtocol, expected: readonly string[], cells: readonly CellResult[]): string[] {
  const named = protocol.kind === 'each-class' ? protocol.classes ?? [] : []
  return [...new Set([...expected, ...named, ...inOrder(cells.map((cell) => cell.case))])]
}

/** Of several cells of one key, the one that is done, and of those the latest. */
function byKey(cells: readonly CellResult[]): Map<string, CellResult> {
  const rank = ({ state, ended, key }: CellResult) => `${state === 'done' ? 1 : 0} ${ended} ${key}`
  const rising = cells.toSorted((a, b) => (rank(a) < rank(b) ? -1 : 1))
  return new Map(rising.map((cell) => [keyOf(cell, cell.seed, cell.arm, cell.varied), cell]))
}

function keyOf({ set, case: held }: Place, seed: number, arm: string, varied: Varied): string {
  const entries = Object.entries(varied).toSorted(([a], [b]) => (a < b ? -1 : 1))
  return JSON.stringify([set, held, seed, arm, entries])
}
