import { computed, reactive, ref, watch } from 'vue'
import type { ImageSet } from '../../../main/contract/imageSets.ts'
import { preset, type PresetName } from '../../../main/contract/presets.ts'
import type { EnsembleSettings } from '../../../main/contract/settings.ts'
import { applies, type FieldValue, problemOf, type TrainField } from './trainField.ts'
import { allFields } from './trainFields.ts'

export type ClassChoice = 'known' | 'held-out' | 'left out'

/** A value that cannot be used, as it was entered, and what is wrong with it. */
export interface Problem { value: FieldValue; text: string }

/** A form as it is kept while nobody looks at it. */
export interface TrainDraft {
  presetName: PresetName
  settings: EnsembleSettings
  /** By the class's name. */
  choices: Record<string, ClassChoice>
  problems: Record<string, Problem>
}

export type TrainForm = ReturnType<typeof useTrainForm>

/** Enough members to disagree, few enough to wait for. */
const proposedMembers = 3

/**
 * What is filled in on the train screen for an image set.
 * @param draft what was filled in before
 */
export function useTrainForm(set: ImageSet, draft: TrainDraft | null = null) {
  const presetName = ref<PresetName>(draft?.presetName ?? 'recommended')
  const settings = reactive<EnsembleSettings>(draft?.settings ?? { ...preset('recommended'), members: proposedMembers })
  const choices = ref<ClassChoice[]>(set.classes.map((name) => draft?.choices[name] ?? 'known'))
  const problems = reactive<Record<string, Problem>>(draft?.problems ?? {})

  watch(presetName, (name) => {
    const { members, seed, device } = settings
    allFields.filter(({ id }) => id !== 'members' && id !== 'seed' && id !== 'device').forEach(({ id }) => delete problems[id])
    Object.assign(settings, preset(name, settings.model.kind), { members, seed, device })
  })

  /** What cannot be used stays beside its field, and the setting as it was. */
  function enter(field: TrainField, value: FieldValue): void {
    const text = problemOf(field, value)
    if (text) problems[field.id] = { value, text }
    else {
      delete problems[field.id]
      field.write(settings, value)
    }
  }

  const chosen = (choice: ClassChoice) => set.classes.filter((_, label) => choices.value[label] === choice)
  const known = computed(() => chosen('known'))
  const heldOut = computed(() => chosen('held-out'))
  const leftOut = computed(() => chosen('left out'))
  const trainingImages = computed(() =>
    set.byClass.reduce((sum, { train }, label) => (choices.value[label] === 'known' ? sum + train : sum), 0))
  const steps = computed(() => stepsOf(trainingImages.value, settings.training))
  const faults = computed(() => allFields.filter((field) => problems[field.id] && applies(field, settings)))
  const changed = computed(() => changedFields(settings, presetName.value))
  const complete = (): EnsembleSettings => plain({ ...settings, heldOut: heldOut.value, leftOut: leftOut.value })
  const kept = (): TrainDraft => plain({
    presetName: presetName.value, settings, problems,
    choices: Object.fromEntries(set.classes.map((name, label) => [name, choices.value[label]])),
  })
  return {
    presetName, settings, choices, problems, enter, known, heldOut, leftOut, trainingImages, steps, faults, changed,
    complete, kept,
  }
}

/** What differs from the preset, other than what everybody sets. */
function changedFields(settings: EnsembleSettings, name: PresetName): TrainField[] {
  const plainOnes = preset(name)
  return allFields.filter((field) =>
    field.id !== 'members' && applies(field, settings) && field.read(settings) !== field.read(plainOnes))
}

const plain = <T>(value: T): T => JSON.parse(JSON.stringify(value))

/** The steps that a member takes: whole epochs, until there are at least as many steps as wanted. */
export function stepsOf(images: number, { epochs, batch, leastSteps }: EnsembleSettings['training']): number {
  const perEpoch = Math.max(1, Math.ceil(images / batch))
  return perEpoch * Math.max(epochs, Math.ceil(leastSteps / perEpoch))
}
