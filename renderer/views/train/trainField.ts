import { preset } from '../../../main/contract/presets.ts'
import type { EnsembleSettings, ModelKind } from '../../../main/contract/settings.ts'
import { count } from '../../format.ts'
import { t } from '../../words/words.ts'

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
  /** The kinds of models that it decides something for; left out where that is all of them. */
  kinds?: ModelKind[]
  read(settings: EnsembleSettings): FieldValue
  write(settings: EnsembleSettings, value: FieldValue): void
}

type Section = 'model' | 'objective' | 'training'

/** A setting of the ensemble itself. */
export function top(
  key: 'members' | 'seed' | 'order' | 'device', title: string, control: Control, sentence: string,
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
  kinds?: ModelKind[],
): TrainField {
  return {
    id: `${section}.${key}`, title, sentence, control, kinds,
    read: (settings) => settings[section][key] as FieldValue,
    write: (settings, value) => void Object.assign(settings[section], { [key]: value }),
  }
}

/** The model of an ensemble: its weight of the reconstruction goes with it. */
export function modelKind(title: string, choices: Record<ModelKind, string>, sentence: string): TrainField {
  return {
    id: 'model.kind', title, sentence, control: choice(choices),
    read: ({ model }) => model.kind,
    write: (settings, value) => {
      settings.model.kind = value as ModelKind
      settings.objective.alpha = preset(settings.objective.kind, settings.model.kind).objective.alpha
    },
  }
}

/** Whether a setting decides anything for the model that is chosen. */
export const applies = ({ kinds }: TrainField, { model }: EnsembleSettings): boolean =>
  kinds === undefined || kinds.includes(model.kind)

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

/** What is wrong with a value that was entered, beside the field; null where nothing is. */
export function problemOf({ control }: TrainField, value: FieldValue): string | null {
  if (control.kind !== 'number') return null
  if (value === null) return control.optional ? null : t('A number is needed here.')
  const number = Number(value)
  if (!Number.isFinite(number)) return t('A number is needed here.')
  if (control.whole && !Number.isInteger(number)) return t('A whole number is needed, not {number}.', { number: String(number) })
  if (number >= control.min && number <= control.max) return null
  const values = { least: limit(control.min), most: limit(control.max), value: limit(number) }
  return control.max === Number.MAX_SAFE_INTEGER
    ? t('It is at least {least}, not {value}.', values)
    : t('It is from {least} to {most}, not {value}.', values)
}

/** Small limits have more digits than others. */
const limit = (value: number) => (Number.isInteger(value) ? count(value) : String(value))
