import { defineStore } from 'pinia'
import { computed, shallowRef, watch } from 'vue'
import { useRoute } from 'vue-router'
import { useEngine } from '../client/engine.ts'
import { useAddress } from '../composables/useAddress.ts'
import { useLoaded } from '../composables/useLoaded.ts'
import { classLooks } from '../results/classLooks.ts'
import { latestByDetector } from '../results/detectorNames.ts'
import { listDetectors } from '../results/listDetectors.ts'
import { loadScoredImages, type ScoredImages } from '../results/scoredImages.ts'
import { useComparedColumns } from './comparedColumns.ts'
import { useConnection } from './connection.ts'
import { useOpenProject } from './openProject.ts'

/**
 * The result in the address: an ensemble's scores of an image set by one detector. Where several are compared, it is
 * that of the first column: what is selected and judged there are images of its set.
 */
export const useResult = defineStore('result', () => {
  const engine = useEngine()
  const route = useRoute()
  const open = useOpenProject()
  const compared = useComparedColumns()
  const [setInAddress, detector] = [useAddress('set'), useAddress('detector')]

  /** Without one in the address, the newest that has a trained member. */
  const ensembleId = computed(() => {
    if (compared.first) return compared.first.ensembleId
    if (route.name !== 'result') return null
    if (route.params.ensemble) return Number(route.params.ensemble)
    return open.ensembles?.find(({ members }) => members.some(({ state }) => state === 'done'))?.id ?? null
  })
  const ensemble = useLoaded(
    async () => (ensembleId.value === null ? null : engine.api.ensembles.show({ id: ensembleId.value })),
    [ensembleId],
  )
  const scores = useLoaded(
    async () => (ensembleId.value === null ? null : engine.api.scores.list({ ensembleId: ensembleId.value })),
    [ensembleId],
  )
  const detectors = useLoaded(() => listDetectors(engine.api))

  const imageSetId = computed(() => {
    if (compared.first) return compared.first.imageSetId
    return setInAddress.value === null ? ensemble.value.value?.imageSetId : Number(setInAddress.value)
  })
  const scoredSets = computed(() => [...new Set(scores.value.value?.map((score) => score.imageSetId))])
  /** Those of the shown set, the latest of each detector. */
  const offered = computed(() => {
    const ofSet = scores.value.value?.filter((score) => score.imageSetId === imageSetId.value) ?? []
    return detectors.value.value ? latestByDetector(ofSet, detectors.value.value) : []
  })
  const score = computed(
    () => compared.first ?? offered.value.find((one) => one.detector === detector.value) ?? offered.value[0] ?? null,
  )
  const loaded = useLoaded(async () => {
    const [whose, which] = [ensemble.value.value, score.value]
    return whose && which && whose.id === which.ensembleId ? loadScoredImages(engine, whose, which) : null
  }, [() => score.value?.id, () => ensemble.value.value?.id])

  // Another detector's scores take the place of those that are shown, so that nothing flickers.
  const images = shallowRef<ScoredImages | null>(null)
  watch([loaded.value, ensembleId], ([next]) => {
    if (next) images.value = next
    else if (images.value && images.value.ensemble.id !== ensembleId.value) images.value = null
  })
  const classes = computed(() => {
    const shown = images.value
    return shown ? classLooks(shown.set.classes, { ...shown.ensemble, classes: shown.trainedClasses }) : []
  })

  useConnection().onEvent((event) => {
    if (event.type === 'changed' && event.what === 'scores') void scores.reload()
    if (event.type === 'changed' && event.what === 'ensembles' && event.id === ensembleId.value)
      void ensemble.reload()
  })
  return {
    ensembleId,
    ensemble: ensemble.value,
    ensembleFailure: ensemble.failure,
    scores: scores.value,
    scoresFailure: scores.failure,
    detectors: detectors.value,
    scoredSets,
    offered,
    score,
    images,
    imagesFailure: loaded.failure,
    classes,
    reload: () => Promise.all([ensemble.reload(), scores.reload(), detectors.reload(), loaded.reload()]),
  }
})
