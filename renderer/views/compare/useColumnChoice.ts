import { computed, ref, shallowRef, watch } from 'vue'
import { detectorFits } from '../../../main/contract/detectorFits.ts'
import type { Score } from '../../../main/contract/scores.ts'
import type { Failure } from '../../client/failure.ts'
import { useEngine } from '../../client/engine.ts'
import { useAction } from '../../composables/useAction.ts'
import { detectorName, latestByDetector } from '../../results/detectorNames.ts'
import { useConnection } from '../../stores/connection.ts'
import { useProjectScores } from '../../stores/projectScores.ts'
import { t } from '../../words/words.ts'

/** What a column is to show, whether it is computed or not. */
type Wanted = Pick<Score, 'ensembleId' | 'imageSetId' | 'detector'>

/**
 * The choice of a column's score: one that is stored is taken at once, another is offered to be computed.
 * @param take is called with the id of the score that is to be shown
 */
export function useColumnChoice(scoreId: () => number, take: (scoreId: number) => void) {
  const project = useProjectScores()
  const wanted = shallowRef<Wanted | null>(null)
  const score = computed(() => project.of(scoreId()))
  const now = computed<Wanted | null>(() => wanted.value ?? score.value)
  const storedOf = (one: Wanted) => project.scores?.findLast((score) =>
    score.ensembleId === one.ensembleId && score.imageSetId === one.imageSetId && score.detector === one.detector)

  function want(next: Wanted): void {
    const stored = storedOf(next)
    wanted.value = stored ? null : next
    if (stored && stored.id !== scoreId()) take(stored.id)
  }
  /** Another ensemble by the same detector of the same images, where it understands it; else by its first. */
  function chooseEnsemble(ensembleId: number): void {
    const ensemble = project.ensembles?.find(({ id }) => id === ensembleId)
    if (!ensemble) return
    const own = project.scores?.filter((one) => one.ensembleId === ensembleId) ?? []
    const same = own.findLast(({ detector }) => detector === now.value?.detector)
    const offered = project.detectors?.find((one) => !one.needsEncoder && detectorFits(one, ensemble))
    want(same ?? latestByDetector(own, project.detectors ?? [])[0]
      ?? { ensembleId, imageSetId: ensemble.imageSetId, detector: offered?.id ?? '' })
  }
  watch(scoreId, () => (wanted.value = null))
  watch(() => project.scores, () => wanted.value && storedOf(wanted.value) && want(wanted.value))

  return {
    now, chooseEnsemble, offered: useOffered(now), missing: computed(() => wanted.value !== null), gone: computed(() => !now.value),
    chooseDetector: (detector: string) => now.value && want({ ...now.value, detector }),
    chooseSet: (imageSetId: number) => now.value && want({ ...now.value, imageSetId }),
    giveUp: () => (wanted.value = null),
    ...useComputing(() => wanted.value),
  }
}

/** The detectors that an ensemble was scored by, and those that it could be. */
function useOffered(now: Readonly<{ value: Wanted | null }>) {
  const project = useProjectScores()
  return computed(() => {
    const described = project.detectors ?? []
    const [one, ensemble] = [now.value, project.ensembles?.find(({ id }) => id === now.value?.ensembleId)]
    if (!one || !ensemble) return []
    const own = project.scores?.filter(({ ensembleId, imageSetId }) => ensembleId === one.ensembleId && imageSetId === one.imageSetId) ?? []
    const stored = latestByDetector(own, described).map(({ detector }) => detector)
    const others = described.filter((other) => !stored.includes(other.id) && !other.needsEncoder && detectorFits(other, ensemble))
    return [
      ...stored.map((value) => ({ value, label: detectorName(value, described) })),
      ...others.map(({ id: value, name }) => ({ value, label: t('{detector} (not computed)', { detector: name }) })),
    ]
  })
}

/** Has the score computed that a column lacks; until it is there, the column shows the one before. */
function useComputing(wanted: () => Wanted | null) {
  const { api } = useEngine()
  const project = useProjectScores()
  const job = ref<number | null>(null)
  const failed = ref<Failure | null>(null)
  const asking = useAction(async () => {
    const { ensembleId, imageSetId, detector } = wanted()!
    failed.value = null
    job.value = (await api.scores.compute({ ensembleId, imageSetId, detectors: [detector] })).jobId
  })
  useConnection().onEvent((event) => {
    if (event.type !== 'job' || event.job.id !== job.value) return
    const { state, error } = event.job
    if (!['done', 'failed', 'cancelled'].includes(state)) return
    job.value = null
    failed.value = error
    void project.reload()
  })
  return {
    compute: asking.run, isComputing: computed(() => asking.busy.value || job.value !== null),
    failure: computed(() => asking.failure.value ?? failed.value),
  }
}
