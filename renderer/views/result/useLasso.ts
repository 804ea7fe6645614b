import { computed, ref, type ShallowRef, watch } from 'vue'
import type { LatentCloud } from '../../charts/latent/latentCloud.ts'
import { withinPolygon } from '../../charts/latent/polygon.ts'
import { seenFrom } from '../../charts/latent/sight.ts'
import type { DrawnLasso } from '../../charts/latent/useLassoLine.ts'
import { type Failure, failureOf } from '../../client/failure.ts'
import { type LatentView, parseView, viewText } from '../../results/latentViews.ts'
import type { LatentPicture } from '../../results/pictureParts.ts'
import { useSelection } from '../../stores/selection.ts'
import type { MemberPicture } from './useLatentPicture.ts'

interface Shown {
  picture: Readonly<ShallowRef<MemberPicture | null>>
  pictureOf(member: number, view: LatentView): Promise<MemberPicture>
  /** Another where other images are shown. */
  whose(): string
}

/**
 * Tells the selection what lies within its lasso. The lasso belongs to the picture that it was drawn over, which is
 * made again where another is shown: what is selected stays the same.
 */
export function useLasso({ picture, pictureOf, whose }: Shown) {
  const selection = useSelection()
  const failure = ref<Failure | null>(null)
  const lasso = computed(() => {
    const { group } = selection
    const seen = group?.kind === 'lasso' ? parseView(group.view) : null
    return group?.kind === 'lasso' && seen ? { ...seen, polygon: group.polygon } : null
  })
  const key = computed(() => lasso.value && `${whose()} ${JSON.stringify(lasso.value)}`)
  const isShown = computed(
    () => lasso.value?.member === picture.value?.member && lasso.value?.view === picture.value?.view,
  )
  let known: string | null = null

  /** At once where its picture is the one that is shown. */
  function find(): void {
    if (!lasso.value || known === key.value) return
    failure.value = null
    known = key.value
    selection.lassoed = null
    if (picture.value && isShown.value) keep(picture.value)
    else void pictureOf(lasso.value.member, lasso.value.view).then(ifWanted(keep), ifWanted(fail))
  }
  /** What comes too late, when another lasso is selected, is not kept. */
  function ifWanted<T>(then: (value: T) => void): (value: T) => void {
    const wanted = key.value
    return (value) => void (wanted === key.value && then(value))
  }
  function keep(where: LatentPicture): void {
    selection.lassoed = withinPolygon(placesOf(where, lasso.value!.camera), lasso.value!.polygon)
  }
  function fail(error: unknown): void {
    known = null
    failure.value = failureOf(error)
  }
  watch([key, picture], find, { immediate: true })

  /** What a drawn line encloses becomes the selection. */
  function select({ polygon, camera }: DrawnLasso): void {
    const { member, view } = picture.value!
    selection.selectGroup({ kind: 'lasso', polygon, view: viewText({ member, view, camera }) })
  }
  /** The lasso of the picture that is shown. */
  const shown = computed<LatentCloud['lasso']>(() => (isShown.value ? lasso.value : null))
  return { select, shown, failure }
}

function placesOf({ points }: LatentPicture, camera: number[] | null): Float32Array {
  if (camera) return seenFrom(points, camera)
  const places = new Float32Array((points.length / 3) * 2)
  for (let i = 0, at = 0; at < places.length; i += 3, at += 2) {
    places[at] = points[i]
    places[at + 1] = points[i + 1]
  }
  return places
}
