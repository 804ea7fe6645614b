import type { PointCloud } from './pointCloud.ts'

interface Told {
  pick(index: number | null): void
  hover(index: number | null, x: number, y: number): void
}

/** Pixels: further apart, pressing and letting go was a drag. */
const still = 4
const reach = 12

/** Tells clicks on points from drags, and which point the pointer is over. */
export function usePointer(cloud: () => PointCloud | null, { pick, hover }: Told) {
  let pressed: [number, number] | null = null
  const at = ({ offsetX, offsetY }: PointerEvent) => cloud()?.nearest(offsetX, offsetY, reach) ?? null
  return {
    down: ({ offsetX, offsetY }: PointerEvent) => {
      pressed = [offsetX, offsetY]
      hover(null, 0, 0)
    },
    up: (event: PointerEvent) => {
      const moved = pressed ? Math.hypot(event.offsetX - pressed[0], event.offsetY - pressed[1]) : Infinity
      pressed = null
      if (moved < still && event.button === 0) pick(at(event))
    },
    move: (event: PointerEvent) => {
      if (!pressed) hover(at(event), event.offsetX, event.offsetY)
    },
    leave: () => hover(null, 0, 0),
  }
}
