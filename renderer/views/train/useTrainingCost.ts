import { computed, onScopeDispose, ref, shallowRef, watch } from 'vue'
import type { EnsembleSettings } from '../../../main/contract/settings.ts'
import type { TrainingCost } from '../../../main/contract/training.ts'
import { useEngine } from '../../client/engine.ts'
import { type Failure, failureOf } from '../../client/failure.ts'
import { useConnection } from '../../stores/connection.ts'
import { useJobs } from '../../stores/jobs.ts'

/** While somebody changes one thing after the other, the engine is not asked at each. */
const pause = 500

/**
 * What a training takes, asked anew whenever its settings change and whenever work that was in the way has ended. Of
 * questions that overtake each other only the last is answered; the others end their measuring.
 * @param wanted null where there is nothing to ask for
 */
export function useTrainingCost(imageSetId: number, wanted: () => EnsembleSettings | null) {
  const { api } = useEngine()
  const connection = useConnection()
  const jobs = useJobs()
  const cost = shallowRef<TrainingCost | null>(null)
  const failure = ref<Failure | null>(null)
  const asking = ref(false)
  let timer: ReturnType<typeof setTimeout> | undefined
  let question = new AbortController()

  async function ask(settings: EnsembleSettings): Promise<void> {
    const own = question = new AbortController()
    try {
      const answer = await api.training.cost({ imageSetId, settings }, { signal: own.signal })
      if (!own.signal.aborted) [cost.value, failure.value] = [answer, null]
    } catch (error) {
      if (!own.signal.aborted) [cost.value, failure.value] = [null, failureOf(error)]
    }
    if (!own.signal.aborted) asking.value = false
  }

  function stop(): void {
    clearTimeout(timer)
    question.abort()
    asking.value = false
  }

  const text = computed(() => JSON.stringify(wanted()))
  const blocked = computed(() => jobs.active.some(({ state }) => state === 'running'))
  watch([text, () => connection.generation, blocked], ([, joined]) => {
    stop()
    const settings = wanted()
    if (!settings || joined === 0) return
    asking.value = true
    timer = setTimeout(() => void ask(settings), pause)
  }, { immediate: true })
  onScopeDispose(stop)
  return { cost, failure, asking, stop }
}
