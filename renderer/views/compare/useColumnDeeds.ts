import { computed } from 'vue'
import { swapped, withColumn } from '../../comparisons/columnIds.ts'
import { mostColumns } from '../../comparisons/columnLooks.ts'
import { nextColumn } from '../../comparisons/firstColumns.ts'
import { useComparedColumns } from '../../stores/comparedColumns.ts'
import { useProjectScores } from '../../stores/projectScores.ts'

/** What can be done with the columns of a comparison. */
export function useColumnDeeds() {
  const [columns, project] = [useComparedColumns(), useProjectScores()]
  /** The score that one more column would show; null where there is none, or no room. */
  const next = computed(() => {
    const { ensembles, scores, detectors } = project
    if (columns.ids.length >= mostColumns || !ensembles || !scores || !detectors) return null
    return nextColumn(columns.ids, ensembles, scores, detectors)
  })
  return {
    columns, next,
    add: () => next.value !== null && columns.set([...columns.ids, next.value]),
    take: (column: number, scoreId: number) => columns.set(withColumn(columns.ids, column, scoreId)),
    remove: (column: number) => columns.set(columns.ids.filter((_, i) => i !== column)),
    swap: (column: number, other: number) => columns.set(swapped(columns.ids, column, other)),
  }
}
