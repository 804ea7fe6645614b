import { defineStore } from 'pinia'
import { computed } from 'vue'
import { useRoute } from 'vue-router'
import { useAddress, useWriteAddress } from '../composables/useAddress.ts'
import { columnsText, parseColumns } from '../comparisons/columnIds.ts'
import { firstColumns } from '../comparisons/firstColumns.ts'
import { useProjectScores } from './projectScores.ts'
import { useSavedComparisons } from './savedComparisons.ts'

/** Which scores are compared, in their order: those in the address, of the comparison that it names, or the newest. */
export const useComparedColumns = defineStore('compared columns', () => {
  const [route, project, saved] = [useRoute(), useProjectScores(), useSavedComparisons()]
  const inAddress = useAddress('scores')
  const write = useWriteAddress()

  /** Which scores the comparison in the address has is not known yet. */
  const isAwaited = computed(() => saved.chosenId !== null && saved.all === null)
  const ids = computed<number[]>(() => {
    if (route.name !== 'compare') return []
    const named = parseColumns(inAddress.value)
    if (named && named.length > 1) return named
    if (isAwaited.value) return []
    if (saved.chosen) return saved.chosen.scoreIds
    const { ensembles, scores, detectors } = project
    return ensembles && scores && detectors ? firstColumns(ensembles, scores, detectors) : []
  })
  /** The score whose image set's positions count: that of the first column. */
  const first = computed(() => (ids.value.length > 0 ? project.of(ids.value[0]) : null))

  /** Other columns are another comparison than the saved one, and what was selected by position may be another image. */
  function set(next: number[]): void {
    const before = first.value?.imageSetId
    const isSameSet = project.of(next[0])?.imageSetId === before
    const columns: Record<string, string | null> = { scores: columnsText(next), saved: null, pair: null }
    write(isSameSet ? columns : { ...columns, image: null })
  }
  return { ids, first, isAwaited, set }
})
