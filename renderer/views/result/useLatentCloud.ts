import { computed, type Ref } from 'vue'
import type { LatentCloud } from '../../charts/latent/latentCloud.ts'
import { useColours } from '../../charts/useColours.ts'
import type { ColourBy } from '../../results/colourBy.ts'
import { pointEmphasis } from '../../results/pointEmphasis.ts'
import { pointPaint } from '../../results/pointPaint.ts'
import type { ScoredImages } from '../../results/scoredImages.ts'
import { useResult } from '../../stores/result.ts'
import { useSelection } from '../../stores/selection.ts'
import { useShownImages } from '../../stores/shownImages.ts'
import type { MemberPicture } from './useLatentPicture.ts'

interface Looks {
  images(): ScoredImages
  verdicts(): Uint8Array | null
  colourBy: Readonly<Ref<ColourBy>>
  disagreement: Readonly<Ref<Float32Array | null>>
}

/** The picture as the scatter draws it. Each part changes alone, so that a selection costs nothing but itself. */
export function useLatentCloud(
  picture: Readonly<Ref<MemberPicture | null>>, looks: Looks, lasso: Readonly<Ref<LatentCloud['lasso']>>,
) {
  const [result, selection, shown, colours] = [useResult(), useSelection(), useShownImages(), useColours()]
  const painted = computed(() => ({
    images: looks.images(),
    classes: result.classes,
    colourBy: looks.colourBy.value,
    // Asked for only where the scale of a measure spans it: else a filter would paint every point anew.
    get shown() {
      return shown.positions
    },
    disagreement: looks.disagreement.value,
    verdicts: looks.verdicts(),
  }))
  const paint = computed(() => pointPaint(painted.value, colours.value))
  const emphasis = computed(() => pointEmphasis(looks.images().role, shown.positions, shown.inGroup))
  const cloud = computed<LatentCloud | null>(() => {
    if (!picture.value) return null
    const { points, dimension, axes, outlines, names } = picture.value
    const own = { points, dimension, axes, outlines, names }
    return {
      ...own, paint: paint.value, emphasis: emphasis.value, focus: selection.image, lasso: lasso.value,
      colours: colours.value,
    }
  })
  return { painted, cloud }
}
