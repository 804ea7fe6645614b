import { computed } from 'vue'
import { useRouter } from 'vue-router'
import { useAddress, useWriteAddress } from '../../composables/useAddress.ts'

/**
 * The image that is shown in full (`image` in the address), and the one that is chosen in the grid (`at`), which is
 * where one comes back to.
 */
export function useOpenImage() {
  const router = useRouter()
  const write = useWriteAddress()
  const [image, at] = [useAddress('image'), useAddress('at')]
  const isPosition = (text: string | null) => text !== null && /^\d{1,9}$/.test(text)

  /** Opening can be undone by going back. */
  function open(position: number): void {
    const { query } = router.currentRoute.value
    void router.push({ query: { ...query, image: String(position), at: String(position) } })
  }
  return {
    opened: computed(() => (isPosition(image.value) ? Number(image.value) : null)),
    chosen: computed(() => (isPosition(at.value) ? Number(at.value) : null)),
    open,
    choose: (position: number) => write({ at: String(position) }),
    /** Another image in the place of the open one. */
    turnTo: (position: number) => write({ image: String(position), at: String(position) }),
    close: () => write({ image: null }),
  }
}
