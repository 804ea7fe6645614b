import { computed } from 'vue'
import type { LatentCloud } from '../../charts/latent/latentCloud.ts'
import { useColours } from '../../charts/useColours.ts'
import { countedLooks } from '../../comparisons/countedLooks.ts'
import { scoreScatter } from '../../comparisons/scoreScatter.ts'
import { pointEmphasis } from '../../results/pointEmphasis.ts'
import { pointPaint } from '../../results/pointPaint.ts'
import { useComparison } from '../../stores/comparison.ts'
import { useSelection } from '../../stores/selection.ts'
import { usePairTitles } from './useScoreChart.ts'

/** The scores of one column against another's, as the scatter draws them; a selection changes nothing but itself. */
export function useScoreCloud() {
  const [comparison, selection, colours, titles] = [useComparison(), useSelection(), useColours(), usePairTitles()]
  const picture = computed(() => comparison.images && scoreScatter(comparison.images.aligned, comparison.pair))
  const painted = computed(() => {
    if (!comparison.images) return null
    const { each: [images], aligned: { counted, shown } } = comparison.images
    return { images: { ...images, role: counted.map((kind) => countedLooks[kind].role) }, shown }
  })
  const paint = computed(() => painted.value
    && pointPaint({ ...painted.value, classes: [], colourBy: 'role', disagreement: null, verdicts: null }, colours.value))
  const emphasis = computed(() => painted.value && pointEmphasis(painted.value.images.role, painted.value.shown, null))
  const axes = computed(() => {
    const axis = (i: 0 | 1) => ({ title: titles.value[i], log: picture.value?.log[i] ?? false })
    return { x: axis(0), y: axis(1) }
  })

  const cloud = computed<LatentCloud | null>(() => {
    if (!picture.value || !paint.value || !emphasis.value) return null
    const { points, outlines } = picture.value
    return {
      points, outlines, dimension: 2, axes: axes.value, paint: paint.value, emphasis: emphasis.value, names: [],
      focus: selection.image, lasso: null, colours: colours.value,
    }
  })
  return { cloud, log: (): [boolean, boolean] => picture.value?.log ?? [false, false] }
}
