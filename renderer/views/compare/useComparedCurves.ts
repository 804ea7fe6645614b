import { computed } from 'vue'
import type { ComparedCurve } from '../../charts/comparedRocOption.ts'
import { useEngine } from '../../client/engine.ts'
import { Counted } from '../../comparisons/aligned.ts'
import { useLoaded } from '../../composables/useLoaded.ts'
import { operatingPoint, rocCurve } from '../../results/rocCurve.ts'
import { useComparedColumns } from '../../stores/comparedColumns.ts'
import { useComparison } from '../../stores/comparison.ts'
import { useProjectScores } from '../../stores/projectScores.ts'

/** The ROC curves of the common images. Their bands are known where these are all test images of each column. */
export function useComparedCurves() {
  const { api } = useEngine()
  const [comparison, columns, project] = [useComparison(), useComparedColumns(), useProjectScores()]

  const areAllTests = computed(() => {
    const figures = comparison.figures
    if (!figures?.sameSet) return false
    const own = columns.ids.map((id) => project.of(id)?.metrics)
    return own.every((metrics) => metrics?.normals === figures.normals && metrics.anomalies === figures.anomalies)
  })
  const { value: bands, failure } = useLoaded(
    async () => (areAllTests.value ? Promise.all(columns.ids.map((scoreId) => api.curves.bands({ scoreId }))) : null),
    [areAllTests, () => columns.ids.join()])

  const curves = computed<ComparedCurve[]>(() => {
    const { images, named } = comparison
    if (!images || named.length !== images.each.length) return []
    const { scores, thresholds, counted } = images.aligned
    const rising = (column: number, kind: number) => scores[column].filter((_, i) => counted[i] === kind).sort()
    return named.flatMap(({ name, look }, column) => {
      const [normals, anomalies] = [rising(column, Counted.normal), rising(column, Counted.anomaly)]
      const curve = rocCurve(normals, anomalies)
      if (!curve) return []
      const at = operatingPoint(normals, anomalies, thresholds[column])
      return [{ name, look, curve, at, band: bands.value?.[column]?.roc ?? null }]
    })
  })
  return { curves, areAllTests, failure }
}
