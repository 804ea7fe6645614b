import { computed, type Ref, shallowRef, watch } from 'vue'
import type { Latent } from '../../../main/contract/ensembles.ts'
import { routes } from '../../../main/contract/routes.ts'
import { fetchArray } from '../../client/arrays.ts'
import { useEngine } from '../../client/engine.ts'
import { useLoaded } from '../../composables/useLoaded.ts'
import { latentPicture } from '../../results/latentPicture.ts'
import { type LatentView, latentViewsOf } from '../../results/latentViews.ts'
import type { LatentPicture } from '../../results/pictureParts.ts'
import type { ScoredImages } from '../../results/scoredImages.ts'
import { stripRows } from '../../results/stripRows.ts'
import { useResult } from '../../stores/result.ts'
import { useUmap } from '../../stores/umap.ts'

interface Space { latent: Latent; means: Float32Array }

/** A picture, and the member, counted from 0, whose it is. */
export interface MemberPicture extends LatentPicture { member: number }

/** The same picture each time. */
const seed = 1

/** Makes pictures of members' latent spaces, of the images that are shown. */
export function useLatentPictures(images: () => ScoredImages) {
  const [engine, result, umap] = [useEngine(), useResult(), useUmap()]
  let last: { key: string; space: Promise<Space> } | null = null

  const keyOf = (member: number) => `${images().ensemble.id}/${member}/${images().set.id}`
  async function load(member: number): Promise<Space> {
    const { ensemble, set } = images()
    const [latent, means] = await Promise.all([
      engine.api.ensembles.latent({ id: ensemble.id, member }),
      fetchArray(engine, routes.means(ensemble.id, member, set.id), Float32Array),
    ])
    return { latent, means }
  }
  function spaceOf(member: number): Promise<Space> {
    const key = keyOf(member)
    if (last?.key !== key) last = { key, space: load(member) }
    last.space.catch(() => (last = null))
    return last.space
  }
  /** @throws Failure as the engine answered it */
  async function pictureOf(member: number, view: LatentView): Promise<MemberPicture> {
    const [{ latent, means }, key] = [await spaceOf(member), keyOf(member)]
    const { dimension, priorMeans, gaussians } = latent
    const centres = Float32Array.from((gaussians?.means ?? priorMeans).flat())
    const question = () => ({ means, centres, dimension, seed })
    const places = view === 'umap' ? await umap.placesOf(key, question) : null
    const rows = stripRows(images().labels, result.classes)
    return { member, ...latentPicture(view, { latent, known: images().ensemble.known, means, rows, places }) }
  }
  return { spaceOf, pictureOf }
}

/**
 * The picture of a member that is shown, and in which ways its space can be looked at.
 * @param wanted as in the address; another that there is takes the place of one that there is not
 */
export function useLatentPicture(
  images: () => ScoredImages, member: Readonly<Ref<number>>, wanted: Readonly<Ref<string | null>>,
) {
  const { spaceOf, pictureOf } = useLatentPictures(images)
  const whose = [member, () => images().ensemble.id, () => images().set.id]
  const views = shallowRef<LatentView[]>([])
  const loaded = useLoaded(async () => {
    views.value = latentViewsOf((await spaceOf(member.value)).latent.dimension)
    return pictureOf(member.value, view.value!)
  }, [...whose, wanted])
  const view = computed(() => views.value.find((one) => one === wanted.value) ?? views.value[0] ?? null)

  // The picture before stays until the next is there, so that nothing flickers.
  const picture = shallowRef<MemberPicture | null>(null)
  watch(loaded.value, (next) => (picture.value = next ?? picture.value))
  watch(whose.slice(1), () => (picture.value = null))
  return { picture, view, views, failure: loaded.failure, loading: loaded.loading, reload: loaded.reload, pictureOf }
}
