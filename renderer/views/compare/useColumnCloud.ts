import { computed } from 'vue'
import { routes } from '../../../main/contract/routes.ts'
import type { LatentCloud } from '../../charts/latent/latentCloud.ts'
import { useColours } from '../../charts/useColours.ts'
import { fetchArray } from '../../client/arrays.ts'
import { useEngine } from '../../client/engine.ts'
import { useLoaded } from '../../composables/useLoaded.ts'
import { classLooks } from '../../results/classLooks.ts'
import { latentPicture } from '../../results/latentPicture.ts'
import { pointEmphasis } from '../../results/pointEmphasis.ts'
import { pointPaint } from '../../results/pointPaint.ts'
import type { ScoredImages } from '../../results/scoredImages.ts'
import { stripRows } from '../../results/stripRows.ts'

/** A column's images, and which of them are shown: positions in its own set. */
export interface ColumnLatentImages { images: ScoredImages; shown: Uint32Array; focus: number | null; member: number }

/** A member's latent space as it is, or where it has more than three dimensions by its principal components. */
export function useColumnCloud(of: () => ColumnLatentImages) {
  const [engine, colours] = [useEngine(), useColours()]
  const images = computed(() => of().images)
  const looks = computed(() => classLooks(images.value.set.classes, { ...images.value.ensemble, classes: images.value.trainedClasses }))
  const { value: picture, failure, reload } = useLoaded(async () => {
    const [{ ensemble, set, labels }, { member }] = [images.value, of()]
    const [latent, means] = await Promise.all([
      engine.api.ensembles.latent({ id: ensemble.id, member }),
      fetchArray(engine, routes.means(ensemble.id, member, set.id), Float32Array),
    ])
    const view = latent.dimension === 2 ? 'plane' : latent.dimension === 3 ? 'space' : 'pca'
    return latentPicture(view, { latent, known: ensemble.known, means, rows: stripRows(labels, looks.value), places: null })
  }, [() => images.value.ensemble.id, () => images.value.set.id, () => of().member])

  const shown = computed(() => of().shown)
  const paint = computed(() => pointPaint({
    images: images.value, classes: looks.value, colourBy: 'class', shown: shown.value, disagreement: null, verdicts: null,
  }, colours.value))
  const emphasis = computed(() => pointEmphasis(images.value.role, shown.value, null))
  const cloud = computed<LatentCloud | null>(() => picture.value && {
    ...picture.value, paint: paint.value, emphasis: emphasis.value, focus: of().focus, lasso: null, colours: colours.value,
  })
  return { cloud, failure, reload }
}
