import { defineStore } from 'pinia'
import { computed } from 'vue'
import type { JudgedLabel, LabelScores } from '../../main/contract/labels.ts'
import { type EngineApi, useEngine } from '../client/engine.ts'
import { failureOf } from '../client/failure.ts'
import { useAction } from '../composables/useAction.ts'
import { useLoaded } from '../composables/useLoaded.ts'
import { useConnection } from './connection.ts'
import { isActive, useJobs } from './jobs.ts'
import { useResult } from './result.ts'

const pageRows = 2_000

/** What was found among an ensemble's labels; `labels` null while they were not judged. */
interface Judged { labels: LabelScores | null; found: JudgedLabel[] }

/** Wrong labels and foreign images among those that the shown ensemble was trained on. */
export const useLabelIssues = defineStore('label issues', () => {
  const { api } = useEngine()
  const result = useResult()
  const jobs = useJobs()
  const ensemble = computed(() => result.images?.ensemble ?? null)
  /** Only then has every image members that never saw it. */
  const hasFolds = computed(() => ensemble.value !== null && ensemble.value.settings.training.folds !== null)
  const isOwnSet = computed(() => ensemble.value !== null && ensemble.value.imageSetId === result.images?.set.id)

  const judged = useLoaded(
    async () => (hasFolds.value && isOwnSet.value ? found(api, ensemble.value!.id) : null),
    [() => ensemble.value?.id, isOwnSet],
  )
  useConnection().onEvent((event) => {
    if (event.type === 'changed' && event.what === 'scores' && event.id === ensemble.value?.id) void judged.reload()
  })

  const job = computed(() => {
    const last = ensemble.value && jobs.scoringOf(ensemble.value.id)
    return last && last.title.startsWith('Labels of ') && isActive(last) ? last : null
  })
  const compute = useAction(() => api.labels.compute({ ensembleId: ensemble.value!.id }))
  const byPosition = computed(() => new Map(judged.value.value?.found.map((one) => [one.position, one])))
  return {
    hasFolds,
    isOwnSet,
    labels: computed(() => judged.value.value?.labels ?? null),
    isUnjudged: computed(() => judged.value.value !== null && judged.value.value.labels === null),
    positions: computed(() => Uint32Array.from(judged.value.value?.found ?? [], ({ position }) => position)),
    of: (position: number): JudgedLabel | null => byPosition.value.get(position) ?? null,
    failure: computed(() => compute.failure.value ?? judged.failure.value),
    loading: judged.loading,
    reload: judged.reload,
    job,
    busy: compute.busy,
    compute: compute.run,
  }
})

async function found(api: EngineApi, ensembleId: number): Promise<Judged> {
  const labels = await api.labels.show({ ensembleId }).catch((error: unknown) => {
    if (failureOf(error).code === 'NOT_FOUND') return null
    throw error
  })
  const wanted = labels ? labels.issues + labels.strangers : 0
  const rows: JudgedLabel[] = []
  while (rows.length < wanted) {
    const limit = Math.min(pageRows, wanted - rows.length)
    const page = await api.labels.list({ ensembleId, offset: rows.length, limit })
    if (page.length === 0) break
    rows.push(...page)
  }
  return { labels, found: rows }
}
