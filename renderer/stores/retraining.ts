import { defineStore } from 'pinia'
import { computed } from 'vue'
import { useEngine } from '../client/engine.ts'
import { useAction } from '../composables/useAction.ts'
import { useAddress, useWriteAddress } from '../composables/useAddress.ts'
import { useLoaded } from '../composables/useLoaded.ts'
import { useConnection } from './connection.ts'
import { isActive, useJobs } from './jobs.ts'
import { useResult } from './result.ts'
import { useScoring } from './scoring.ts'

/**
 * The shown ensemble, trained again with the labels as judged: whether it is being asked for (`retrain`), and what came
 * of it (`retrained`, the new ensemble) lie in the address.
 */
export const useRetraining = defineStore('retraining', () => {
  const { api } = useEngine()
  const [result, jobs, scoring] = [useResult(), useJobs(), useScoring()]
  const [openInAddress, newInAddress] = [useAddress('retrain'), useAddress('retrained')]
  const write = useWriteAddress()

  const isOpen = computed({
    get: () => openInAddress.value === 'open' && result.images !== null,
    set: (next) => (openInAddress.value = next ? 'open' : null),
  })
  const oldId = computed(() => result.images?.ensemble.id ?? null)
  const newId = computed(() => (/^\d{1,9}$/.test(newInAddress.value ?? '') ? Number(newInAddress.value) : null))

  const plan = useLoaded(
    async () => (isOpen.value && newId.value === null ? api.retraining.plan({ ensembleId: oldId.value! }) : null),
    [isOpen, oldId, newId],
  )
  const start = useAction(async (name: string) => {
    const made = await api.retraining.start({ ensembleId: oldId.value!, ...(name ? { name } : {}) })
    write({ retrained: String(made.ensemble.id) })
  })

  const ensemble = useLoaded(
    async () => (newId.value === null ? null : api.ensembles.show({ id: newId.value })), [newId],
  )
  const scores = useLoaded(
    async () => (newId.value === null ? null : api.scores.list({ ensembleId: newId.value })), [newId],
  )
  useConnection().onEvent((event) => {
    if (event.type !== 'changed' || event.id !== newId.value) return
    if (event.what === 'ensembles') void ensemble.reload()
    if (event.what === 'scores') void scores.reload()
  })
  const job = computed(() => {
    const [training, scored] = newId.value === null ? [] : [jobs.trainingOf(newId.value), jobs.scoringOf(newId.value)]
    return training?.state === 'done' || !training ? (scored ?? training ?? null) : training
  })
  /** The shown score, and the new ensemble's by the same detector, the latest. */
  const pair = computed(() => {
    const old = result.images?.score
    const fresh = scores.value.value?.findLast(({ detector }) => detector === old?.detector)
    return old && fresh ? [old.id, fresh.id] : null
  })
  const comparison = useLoaded(
    async () => (isOpen.value && pair.value ? api.comparisons.compute({ scoreIds: pair.value }) : null),
    [() => isOpen.value && pair.value?.join('.')],
  )
  const isTrained = computed(() => ensemble.value.value?.members.some(({ state }) => state === 'done') ?? false)
  return {
    isOpen, newId, ensemble: ensemble.value, plan: plan.value, job, pair, comparison: comparison.value,
    start: start.run,
    starting: start.busy,
    cancel: () => job.value && api.jobs.cancel({ id: job.value.id }),
    /** It was scored, but not by the detector that is shown. */
    isOtherwiseScored: computed(() =>
      !pair.value && isTrained.value && (scores.value.value?.length ?? 0) > 0 && !(job.value && isActive(job.value))),
    failure: computed(() =>
      start.failure.value ?? plan.failure.value ?? ensemble.failure.value ?? comparison.failure.value ?? job.value?.error
      ?? (newId.value === null ? null : scoring.failureOf(newId.value))),
    /** Another, from what was judged since. */
    again: () => write({ retrained: null }),
  }
})
