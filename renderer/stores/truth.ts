import { defineStore } from 'pinia'
import { computed } from 'vue'
import { useEngine } from '../client/engine.ts'
import { useAddress } from '../composables/useAddress.ts'
import { useLoaded } from '../composables/useLoaded.ts'
import { roleOfClass } from '../results/roles.ts'
import { judgedRole, type Truth } from '../results/truth.ts'
import { useConnection } from './connection.ts'
import { useResult } from './result.ts'
import { useVerdicts } from './verdicts.ts'

/** What the images count as in figures and curves: by label, or as judged. */
export const useTruth = defineStore('truth', () => {
  const { api } = useEngine()
  const result = useResult()
  const verdicts = useVerdicts()
  const inAddress = useAddress('truth')
  const scoreId = computed(() => result.images?.score.id ?? null)

  /** The engine's figures with verdicts in the place of labels. */
  const judged = useLoaded(
    async () => (scoreId.value === null ? null : api.scores.judged({ id: scoreId.value })), [scoreId])
  const anyJudged = computed(() => {
    const { verdicts, untested } = judged.value.value ?? { verdicts: {}, untested: 0 }
    return untested + Object.values(verdicts).reduce((sum, n) => sum + n, 0) > 0
  })
  const mode = computed<Truth>({
    get: () => (inAddress.value === 'judged' ? 'judged' : 'labels'),
    set: (next) => (inAddress.value = next === 'judged' ? next : null),
  })

  /** The role that an image counts with, or null where it does not count. */
  const truthOf = computed(() => {
    const { images } = result
    const said = mode.value === 'judged' ? verdicts.entries : null
    if (!images || !said) return (position: number): number | null => images?.role[position] ?? null
    const known = { ...images.ensemble, classes: images.trainedClasses }
    return (position: number) =>
      judgedRole(images.role[position], said.get(position), (name) => roleOfClass(name, known))
  })

  useConnection().onEvent((event) => {
    if (event.type !== 'changed' || event.what !== 'verdicts' || event.id !== result.images?.set.projectId) return
    void judged.reload()
  })
  return { mode, judged: judged.value, anyJudged, truthOf }
})
