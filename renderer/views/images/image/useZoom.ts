import { computed, reactive, ref } from 'vue'

/** The centre of what is seen, as shares of the picture's sides. */
export interface Centre { x: number; y: number }

const most = 64

/** How much of a picture is seen, and which part: several views of one image share it. */
export type Zoom = ReturnType<typeof useZoom>

export function useZoom() {
  /** 1 shows the whole picture. */
  const factor = ref(1)
  /** Whether one pixel of the original takes one of the screen. */
  const realPixels = ref(false)
  const centre = reactive<Centre>({ x: 0.5, y: 0.5 })

  function set(next: number, at: Centre = centre): void {
    realPixels.value = false
    const bounded = Math.min(most, Math.max(1, next))
    // The place under the pointer stays where it is.
    const kept = factor.value / bounded
    move({ x: at.x + (centre.x - at.x) * kept, y: at.y + (centre.y - at.y) * kept })
    factor.value = bounded
    if (bounded === 1) move({ x: 0.5, y: 0.5 })
  }
  function move(next: Centre): void {
    centre.x = Math.min(1, Math.max(0, next.x))
    centre.y = Math.min(1, Math.max(0, next.y))
  }
  return {
    factor, realPixels, centre, set, move,
    by: (times: number, at?: Centre) => set(factor.value * times, at),
    fit: () => set(1),
    isWhole: computed(() => factor.value === 1 && !realPixels.value),
  }
}
