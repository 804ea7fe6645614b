import { defineStore } from 'pinia'
import { effectScope, type EffectScope, watch } from 'vue'
import type { ImageSet } from '../../../main/contract/imageSets.ts'
import { preset } from '../../../main/contract/presets.ts'
import type { EnsembleSettings } from '../../../main/contract/settings.ts'
import { type TrainDraft, type TrainForm, useTrainForm } from './useTrainForm.ts'

/** Sets of other workspaces may have the same number. */
const place = ({ id, snapshot }: ImageSet) => `lacuna.train.${id}.${snapshot?.sha256.slice(0, 12)}`

/** What is filled in to be trained, by image set: leaving the screen changes nothing of it, nor does a restart. */
export const useTrainDrafts = defineStore('train drafts', () => {
  const forms = new Map<number, { form: TrainForm; scope: EffectScope }>()

  function of(set: ImageSet): TrainForm {
    const found = forms.get(set.id)
    if (found) return found.form
    const scope = effectScope(true)
    const form = scope.run(() => {
      const made = useTrainForm(set, draftOf(set))
      watch(() => JSON.stringify(made.kept()), (text) => localStorage.setItem(place(set), text))
      return made
    })!
    forms.set(set.id, { form, scope })
    return form
  }

  /** What was started is no draft any more. */
  function drop(set: ImageSet): void {
    forms.get(set.id)?.scope.stop()
    forms.delete(set.id)
    localStorage.removeItem(place(set))
  }
  return { of, drop }
})

/** Null where nothing was kept, or where it was for other classes. */
function draftOf(set: ImageSet): TrainDraft | null {
  const text = localStorage.getItem(place(set))
  const draft = text === null ? null : (JSON.parse(text) as TrainDraft)
  if (!draft || !set.classes.every((name) => name in draft.choices)) return null
  return { ...draft, settings: completed(draft) }
}

/** A draft of an older Lacuna may lack a setting. */
function completed({ settings, presetName }: TrainDraft): EnsembleSettings {
  const { model, objective, training, ...plain } = preset(presetName)
  return {
    ...plain, ...settings, model: { ...model, ...settings.model }, objective: { ...objective, ...settings.objective },
    training: { ...training, ...settings.training },
  }
}
