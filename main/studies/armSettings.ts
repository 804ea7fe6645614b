import { EngineFailure } from '../contract/errors.ts'
import { preset } from '../contract/presets.ts'
import { EnsembleSettings } from '../contract/settings.ts'
import type { StudyArm, StudySpec, StudyVariation } from '../contract/studies.ts'

/** Values of what a study varies, by setting; empty for an arm as it stands. */
export type Varied = Record<string, number | string>

export type StudySet = StudySpec['sets'][number]

/** Where a setting that can be varied lies. */
const places: Record<StudyVariation['setting'], [part: 'model' | 'objective' | 'training' | null, name: string]> = {
  latent: ['model', 'latent'], dense: ['model', 'dense'],
  radius: ['objective', 'radius'], alpha: ['objective', 'alpha'], classWeight: ['objective', 'classWeight'],
  objective: ['objective', 'kind'], means: ['objective', 'means'],
  epochs: ['training', 'epochs'], learningRate: ['training', 'learningRate'],
  order: [null, 'order'], members: [null, 'members'],
}

/**
 * The settings of an arm's ensemble on a set: its preset, what the arm says otherwise, and what is varied. An arm
 * without members (pixels alone) has the settings of one, which nobody trains.
 * @throws EngineFailure BAD_INPUT with the arm and the setting that does not fit
 */
export function armSettings(
  arm: StudyArm, set: StudySet, varied: Varied, seed: number, heldOut: string[],
): EnsembleSettings {
  const start = preset(arm.preset, arm.model.kind)
  const architecture = arm.model.architecture ?? set.architecture ?? start.model.architecture
  const settings = {
    ...start, seed, heldOut, order: arm.order, members: Math.max(1, arm.members),
    model: { ...start.model, ...arm.model, architecture },
    objective: { ...start.objective, ...arm.objective }, training: { ...start.training, ...arm.training },
  }
  for (const [name, value] of Object.entries(varied)) vary(settings, name as StudyVariation['setting'], value)
  return checked(settings, arm.name)
}

function vary(settings: EnsembleSettings, name: StudyVariation['setting'], value: number | string): void {
  const [part, field] = places[name]
  Object.assign(part ? settings[part] : settings, { [field]: value })
}

function checked(settings: EnsembleSettings, arm: string): EnsembleSettings {
  const { success, data, error } = EnsembleSettings.safeParse(settings)
  if (success) return data
  const [{ path, message }] = error.issues
  throw new EngineFailure('BAD_INPUT', `The arm "${arm}" of the study does not fit: ${path.join('.')}: ${message}.`,
    'Correct it in the arm, or in what is varied.')
}
