import { defineStore } from 'pinia'
import { computed } from 'vue'
import { routes } from '../../main/contract/routes.ts'
import { fetchArray } from '../client/arrays.ts'
import { useEngine } from '../client/engine.ts'
import { aligned } from '../comparisons/aligned.ts'
import { columnLooks, type ColumnLook } from '../comparisons/columnLooks.ts'
import { type Pair, pairsOf } from '../comparisons/pairs.ts'
import { useAddress } from '../composables/useAddress.ts'
import { useLoaded } from '../composables/useLoaded.ts'
import { detectorName } from '../results/detectorNames.ts'
import { loadScoredImages } from '../results/scoredImages.ts'
import { useComparedColumns } from './comparedColumns.ts'
import { useProjectScores } from './projectScores.ts'

/** A column as a reader meets it. */
export interface NamedColumn { look: ColumnLook; ensemble: string; detector: string; name: string }

/** The comparison in the address: its figures from the engine, and its images one by one. */
export const useComparison = defineStore('comparison', () => {
  const engine = useEngine()
  const [columns, project] = [useComparedColumns(), useProjectScores()]
  const key = computed(() => columns.ids.map((id) => `${id}~${project.of(id)?.threshold.value}`).join(' '))
  const isMany = computed(() => columns.ids.length > 1 && project.scores !== null)

  const figures = useLoaded(
    async () => (isMany.value ? engine.api.comparisons.compute({ scoreIds: columns.ids }) : null), [key, isMany])
  const images = useLoaded(async () => {
    const scores = columns.ids.map((id) => project.of(id))
    const known = scores.filter((score) => score !== null)
    if (!isMany.value || known.length < scores.length) return null
    const each = await Promise.all(known.map(async (score) =>
      loadScoredImages(engine, await engine.api.ensembles.show({ id: score.ensembleId }), score)))
    const common = await Promise.all(columns.ids.map((_, column) =>
      fetchArray(engine, routes.common(columns.ids, column), Int32Array)))
    return { each, aligned: aligned(each, common, known.map(({ threshold }) => threshold.value)) }
  }, [key, isMany])

  const named = computed<NamedColumn[]>(() => (figures.value.value?.columns ?? []).map((column, i) => {
    const detector = detectorName(column.detector, project.detectors ?? [])
    const look = columnLooks[i]
    return { look, ensemble: column.ensemble, detector, name: `${look.letter}: ${column.ensemble}, ${detector}` }
  }))
  const pairInAddress = useAddress('pair')
  const pairs = computed(() => pairsOf(columns.ids.length))
  /** The two columns that are looked at, in the address by their letters, `A-C`. */
  const pair = computed<Pair>({
    get: () => pairs.value.find((one) => pairText(one) === pairInAddress.value) ?? [0, 1],
    set: (next) => (pairInAddress.value = pairText(next) === 'A-B' ? null : pairText(next)),
  })
  return {
    figures: figures.value, images: images.value, named, pairs, pair,
    failure: computed(() => figures.failure.value ?? images.failure.value),
    reload: () => Promise.all([figures.reload(), images.reload()]),
  }
})

export const pairText = (pair: Pair): string => pair.map((column) => columnLooks[column].letter).join('-')
