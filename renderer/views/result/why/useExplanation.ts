import { computed } from 'vue'
import { routes } from '../../../../main/contract/routes.ts'
import { fetchArray } from '../../../client/arrays.ts'
import { useEngine } from '../../../client/engine.ts'
import { useLoaded } from '../../../composables/useLoaded.ts'
import { useNewest } from '../../../composables/useNewest.ts'
import type { ScoredImages } from '../../../results/scoredImages.ts'

type Images = () => ScoredImages
type Position = () => number | null

/** Everything but the image that an answer depends on. */
const ensembleName = ({ ensemble }: ScoredImages): string =>
  `${ensemble.id}/${ensemble.members.filter(({ state }) => state === 'done').length}`

const imageName = (images: Images, position: Position) => () =>
  position() === null ? null : `${ensembleName(images())}/${images().set.id}/${position()}`

/** Why the image at a position scores as it does, as the members of the ensemble say. */
export function useExplanation(images: Images, position: Position) {
  const { api } = useEngine()
  return useNewest(imageName(images, position), (signal) => {
    const { ensemble, set } = images()
    return api.explanations.show({ ensembleId: ensemble.id, imageSetId: set.id, position: position()! }, { signal })
  })
}

/** The latent spaces of the ensemble's members in two dimensions. */
export function useLatentMaps(images: Images) {
  const { api } = useEngine()
  return useLoaded(() => api.explanations.maps({ ensembleId: images().ensemble.id }), [() => ensembleName(images())])
}

/** An image as members see it, as they draw it, and the scale of the differences. */
export function usePixels(images: Images, position: Position) {
  const engine = useEngine()
  const name = imageName(images, position)
  const draws = computed(() => images().ensemble.settings.model.kind !== 'cnn')
  const seen = useNewest(name, (signal) =>
    fetchArray(engine, routes.pixels(images().set.id, position()!), Uint8Array, signal))
  const redrawn = useNewest(() => (draws.value ? name() : null), (signal) =>
    fetchArray(engine, routes.redrawn(images().ensemble.id, images().set.id, position()!), Uint8Array, signal))
  const scale = useLoaded(
    async () => draws.value ? engine.api.explanations.differences({ ensembleId: images().ensemble.id }) : null,
    [() => ensembleName(images())],
  )
  return { draws, seen, redrawn, scale }
}
