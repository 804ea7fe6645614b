import { computed } from 'vue'
import { routes } from '../../../main/contract/routes.ts'
import { fetchArray } from '../../client/arrays.ts'
import { useEngine } from '../../client/engine.ts'
import { useLoaded } from '../../composables/useLoaded.ts'
import { useResult } from '../../stores/result.ts'

/** The detector whose score it is. */
const detector = 'member-disagreement'

/** How the members disagree about each image; null where that was not scored. @param wanted asked for only then */
export function useDisagreement(wanted: () => boolean) {
  const [engine, result] = [useEngine(), useResult()]
  const score = computed(() => result.offered.find((one) => one.detector === detector)?.id ?? null)
  const { value, failure, loading } = useLoaded(
    async () => (score.value === null || !wanted() ? null : fetchArray(engine, routes.scores(score.value), Float32Array)),
    [score, wanted],
  )
  return { disagreement: value, failure, loading, isScored: computed(() => score.value !== null) }
}
