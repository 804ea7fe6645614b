import { preset } from '../../contract/presets.ts'
import type { StudyArm, StudyVariation } from '../../contract/studies.ts'

type Setting = StudyVariation['setting']

/** The value that an arm has of a setting where nothing is varied: its own, or that of its preset. */
export function armValue(arm: StudyArm, setting: Setting): number | string {
  const base = preset(arm.preset, arm.model.kind)
  const { kind: objective, ...weights } = { ...base.objective, ...defined(arm.objective) }
  const values = {
    ...base.model, ...defined(arm.model), ...weights, ...base.training, ...defined(arm.training),
    objective, order: arm.order, members: arm.members,
  }
  return values[setting]
}

/** Whether varying a setting to this value leaves the arm as it is. */
export function equalToDefault(arm: StudyArm, setting: string, value: number | string): boolean {
  return armValue(arm, setting as Setting) === value
}

/** Without what is given as undefined, which would hide the preset's value. */
function defined<Part extends object>(part: Part): Partial<Part> {
  return Object.fromEntries(Object.entries(part).filter(([, value]) => value !== undefined)) as Partial<Part>
}
