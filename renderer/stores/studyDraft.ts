import { defineStore } from 'pinia'
import { computed, ref, watch } from 'vue'
import type { StudySpec } from '../../main/contract/studies.ts'
import { type EngineApi, useEngine } from '../client/engine.ts'
import { type Failure, failureOf } from '../client/failure.ts'
import { emptyStudy } from '../studies/emptyStudy.ts'
import { studyText } from '../studies/studyText.ts'
import { t } from '../words/words.ts'

/** Where a study that is built began. */
export type DraftSource = { kind: 'empty' } | { kind: 'from' | 'study' | 'file'; name: string }

/** While somebody types, the engine is not asked at each letter. */
const pause = 300

/** The study that is being built: leaving the screen and coming back changes nothing. */
export const useStudyDraft = defineStore('study draft', () => {
  const { api } = useEngine()
  const draft = ref<StudySpec | null>(null)
  const failure = ref<Failure | null>(null)
  const fault = ref<Failure | null>(null)
  /** As the engine reads it; null while it has a fault, and until it was asked. */
  const checked = ref<StudySpec | null>(null)
  const text = computed(() => (draft.value ? studyText(draft.value) : ''))
  let begunFrom = ''
  let timer: ReturnType<typeof setTimeout> | undefined

  async function begin(source: DraftSource, set: string | null): Promise<void> {
    const from = JSON.stringify(source)
    if (from === begunFrom && draft.value) return
    begunFrom = from
    failure.value = draft.value = null
    try {
      const spec = await specOf(api, source, set)
      if (begunFrom === from) draft.value = spec
    } catch (error) {
      failure.value = failureOf(error)
    }
  }

  async function check(asked: string): Promise<void> {
    try {
      const spec = await api.studies.check({ text: asked })
      if (asked === text.value) [checked.value, fault.value] = [spec, null]
    } catch (error) {
      if (asked === text.value) fault.value = failureOf(error)
    }
  }

  watch(text, (next) => {
    checked.value = null
    clearTimeout(timer)
    if (next) timer = setTimeout(() => void check(next), pause)
  })
  return { draft, text, checked, fault, failure, begin }
})

async function specOf(api: EngineApi, source: DraftSource, set: string | null): Promise<StudySpec> {
  if (source.kind === 'empty') return emptyStudy(set)
  if (source.kind === 'study') return (await api.studies.show({ name: source.name })).spec
  if (source.kind === 'file') return (await api.studies.open({ path: source.name })).spec
  const found = (await api.studies.builtIn()).find(({ name }) => name === source.name)
  if (found) return api.studies.check({ text: found.text })
  const message = t('No study "{name}" comes with Lacuna.', { name: source.name })
  throw { code: 'NOT_FOUND', message, hint: t('See the list of studies.') }
}
