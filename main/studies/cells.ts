import type { EnsembleSettings } from '../contract/settings.ts'
import type { CellResult, StudyArm, StudySpec } from '../contract/studies.ts'
import { armSettings, type StudySet, type Varied } from './armSettings.ts'
import { protocolCases } from './protocolCases.ts'
import type { StudyCase } from './studyCase.ts'

/** One run of a study: an arm, with what is varied, on one case of one set with one seed. */
export interface Cell {
  set: string
  case: StudyCase
  seed: number
  arm: StudyArm
  varied: Varied
  settings: EnsembleSettings
  /** Members to train; 0 where the arm reads pixels alone. */
  members: number
}

/**
 * All cells of a study, in a fixed order: by set, seed, case, arm and what is varied, so that the first seed is
 * complete before the second begins.
 * @param classesOf the classes of an image set by its name
 * @throws EngineFailure BAD_INPUT where a class or a setting does not fit
 */
export function studyCells(spec: StudySpec, classesOf: (set: string) => string[]): Cell[] {
  return studiedSets(spec).flatMap((set) => {
    const cases = protocolCases(spec.protocol, classesOf(set.name))
    return spec.seeds.flatMap((seed) => cases.flatMap((one) => spec.arms.flatMap((arm) =>
      variants(spec, arm).map((varied) => cell(set, one, seed, arm, varied)))))
  })
}

/** The sets that a study trains on: all of them, but the foreign one. */
export function studiedSets({ sets, protocol }: StudySpec): StudySet[] {
  return protocol.kind === 'foreign' ? sets.filter(({ name }) => name !== protocol.set) : sets
}

/** An arm as it stands, and with each value of each thing that is varied in it. */
function variants({ vary }: StudySpec, { name }: StudyArm): Varied[] {
  const own = vary.filter(({ arms }) => arms.includes(name))
  return [{}, ...own.flatMap(({ setting, values }) => values.map((value): Varied => ({ [setting]: value })))]
}

function cell(set: StudySet, one: StudyCase, seed: number, arm: StudyArm, varied: Varied): Cell {
  const settings = armSettings(arm, set, varied, seed, one.heldOut)
  return {
    set: set.name, case: one, seed, arm, varied, settings, members: arm.members === 0 ? 0 : settings.members,
  }
}

/** A cell in words: "mnist without 4, paper, latent 16, seed 1". */
export function cellWords(cell: Pick<Cell, 'set' | 'case' | 'seed' | 'arm' | 'varied'>): string {
  const { name, probe } = cell.case
  const against = probe ? `${cell.set} against ${name}` : `${cell.set} without ${name}`
  const values = Object.entries(cell.varied).map(([setting, value]) => `${setting} ${value}`)
  return [against, cell.arm.name, ...values, `seed ${cell.seed}`].join(', ')
}

/** What names a cell in a table. */
export function cellLabels(cell: Cell): Pick<CellResult, 'set' | 'case' | 'seed' | 'arm' | 'varied'> {
  return { set: cell.set, case: cell.case.name, seed: cell.seed, arm: cell.arm.name, varied: cell.varied }
}
