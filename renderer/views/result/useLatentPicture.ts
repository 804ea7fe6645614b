import type { Ref } from 'vue'
import { routes } from '../../../main/contract/routes.ts'
import { fetchArray } from '../../client/arrays.ts'
import { useEngine } from '../../client/engine.ts'
import { useLoaded } from '../../composables/useLoaded.ts'
import { latentPicture } from '../../results/latentPicture.ts'
import type { ScoredImages } from '../../results/scoredImages.ts'

/** The picture of a member's latent space. */
export function useLatentPicture(images: () => ScoredImages, member: Readonly<Ref<number>>) {
  const engine = useEngine()
  return useLoaded(async () => {
    const { ensemble, set } = images()
    const [latent, means] = await Promise.all([
      engine.api.ensembles.latent({ id: ensemble.id, member: member.value }),
      fetchArray(engine, routes.means(ensemble.id, member.value, set.id), Float32Array),
    ])
    return latentPicture(latent, means)
  }, [member, () => images().ensemble.id, () => images().set.id])
}
