import type { EnsembleSettings } from '../../../main/contract/settings.ts'

export type FieldValue = number | string | boolean | null

type Control =
  | { kind: 'number'; min: number; max: number; step: number; whole: boolean; optional?: boolean }
  | { kind: 'choice'; choices: { value: string; label: string }[] }
  | { kind: 'switch' }

/** One setting of an ensemble, as the form offers it. */
export interface TrainField {
  id: string
  title: string
  /** What it does, in one sentence. */
  sentence: string
  control: Control
  read(settings: EnsembleSettings): FieldValue
  write(settings: EnsembleSettings, value: FieldValue): void
}

type Section = 'model' | 'objective' | 'training'

/** A setting of the ensemble itself. */
export function top(
  key: 'members' | 'seed' | 'order', title: string, control: Control, sentence: string,
): TrainField {
  return {
    id: key, title, sentence, control,
    read: (settings) => settings[key],
    write: (settings, value) => void Object.assign(settings, { [key]: value }),
  }
}

/** A setting of the network, the objective or the training. */
export function part<S extends Section>(
  section: S, key: keyof EnsembleSettings[S] & string, title: string, control: Control, sentence: string,
): TrainField {
  return {
    id: `${section}.${key}`, title, sentence, control,
    read: (settings) => settings[section][key] as FieldValue,
    write: (settings, value) => void Object.assign(settings[section], { [key]: value }),
  }
}

export const whole = (min: number, max: number, step = 1): Control =>
  ({ kind: 'number', min, max, step, whole: true })
export const wholeOrNone = (min: number, max: number): Control =>
  ({ kind: 'number', min, max, step: 1, whole: true, optional: true })
export const real = (min: number, max: number, step: number): Control =>
  ({ kind: 'number', min, max, step, whole: false })
export const yesOrNo: Control = { kind: 'switch' }

/** @param choices what is said of each value */
export function choice(choices: Record<string, string>): Control {
  return { kind: 'choice', choices: Object.entries(choices).map(([value, label]) => ({ value, label })) }
}
