import { computed, reactive, ref, watch } from 'vue'
import type { ImageSet } from '../../../main/contract/imageSets.ts'
import { preset, type PresetName } from '../../../main/contract/presets.ts'
import type { EnsembleSettings } from '../../../main/contract/settings.ts'

export type ClassChoice = 'known' | 'held-out' | 'left out'

/** Enough members to disagree, few enough to wait for. */
const proposedMembers = 3

/** What is filled in on the train screen for an image set. */
export function useTrainForm(set: ImageSet) {
  const presetName = ref<PresetName>('recommended')
  const settings = reactive<EnsembleSettings>({ ...preset('recommended'), members: proposedMembers })
  const choices = ref<ClassChoice[]>(set.classes.map(() => 'known'))

  watch(presetName, (name) => {
    const { members, seed } = settings
    Object.assign(settings, preset(name), { members, seed })
  })

  const chosen = (choice: ClassChoice) => set.classes.filter((_, label) => choices.value[label] === choice)
  const known = computed(() => chosen('known'))
  const heldOut = computed(() => chosen('held-out'))
  const leftOut = computed(() => chosen('left out'))
  const trainingImages = computed(() =>
    set.byClass.reduce((sum, { train }, label) => (choices.value[label] === 'known' ? sum + train : sum), 0))
  const steps = computed(() => stepsOf(trainingImages.value, settings.training))
  const complete = (): EnsembleSettings => structuredClone({
    ...plain(settings), heldOut: heldOut.value, leftOut: leftOut.value,
  })
  return { presetName, settings, choices, known, heldOut, leftOut, trainingImages, steps, complete }
}

const plain = (settings: EnsembleSettings): EnsembleSettings => JSON.parse(JSON.stringify(settings))

/** The steps that a member takes: whole epochs, until there are at least as many steps as wanted. */
export function stepsOf(images: number, { epochs, batch, leastSteps }: EnsembleSettings['training']): number {
  const perEpoch = Math.max(1, Math.ceil(images / batch))
  return perEpoch * Math.max(epochs, Math.ceil(leastSteps / perEpoch))
}
