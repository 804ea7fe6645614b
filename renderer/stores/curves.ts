import { defineStore } from 'pinia'
import { computed } from 'vue'
import { useEngine } from '../client/engine.ts'
import { useAddress } from '../composables/useAddress.ts'
import { useLoaded } from '../composables/useLoaded.ts'
import { precisionRecallAt, precisionRecallCurve } from '../results/precisionRecall.ts'
import { linearScale, logScale } from '../results/rateScale.ts'
import { operatingPoint, rocCurve } from '../results/rocCurve.ts'
import { countedScores } from '../results/truth.ts'
import { useResult } from './result.ts'
import { useShownImages } from './shownImages.ts'
import { useTruth } from './truth.ts'

const none = { normals: new Float32Array(), anomalies: new Float32Array() }

/** The curves of the test images, whatever is shown: what counts as an anomaly in them is the truth's to say. */
export const useCurves = defineStore('curves', () => {
  const { api } = useEngine()
  const result = useResult()
  const shown = useShownImages()
  const truth = useTruth()
  const axisInAddress = useAddress('axis')

  const counted = computed(() =>
    result.images ? countedScores(shown.tests, result.images.scores, truth.truthOf) : none)
  const roc = computed(() => rocCurve(counted.value.normals, counted.value.anomalies))
  const precisionRecall = computed(() => precisionRecallCurve(counted.value))

  /** The share of the anomalies among what counts. */
  const prevalence = computed(() => {
    const { normals, anomalies } = counted.value
    return anomalies.length / (normals.length + anomalies.length)
  })

  const axis = computed<'linear' | 'log'>({
    get: () => (axisInAddress.value === 'log' ? 'log' : 'linear'),
    set: (next) => (axisInAddress.value = next === 'log' ? next : null),
  })
  const scale = computed(() => (axis.value === 'log' ? logScale(counted.value.normals.length) : linearScale))

  const scoreId = computed(() => result.images?.score.id ?? null)
  // As judged, the bands are of the verdicts as they are: with each change they are asked for again.
  const bands = useLoaded(
    async () => (scoreId.value === null ? null : api.curves.bands({ scoreId: scoreId.value, judged: truth.mode === 'judged' })),
    [scoreId, () => truth.mode, () => (truth.mode === 'judged' ? truth.judged : null)],
  )
  return {
    counted, roc, precisionRecall, prevalence, axis, scale, bands: bands.value, bandsFailure: bands.failure,
    rocAt: (threshold: number) => operatingPoint(counted.value.normals, counted.value.anomalies, threshold),
    precisionRecallAt: (threshold: number) => precisionRecallAt(counted.value, threshold),
  }
})
