import type { PointCloud } from './pointCloud.ts'
import type { Tool } from './views.ts'

interface Told {
  pick(index: number | null): void
  hover(index: number | null, x: number, y: number): void
  /** The pointer draws a line, and lets go of it. */
  draw(x: number, y: number): void
  drawn(): void
}

/** Pixels: further apart, pressing and letting go was a drag. */
const still = 4
const reach = 12

/** Tells clicks on points from drags, and which point the pointer is over. */
export function usePointer(cloud: () => PointCloud | null, tool: () => Tool, told: Told) {
  let pressed: [number, number] | null = null
  const at = ({ offsetX, offsetY }: PointerEvent) => cloud()?.nearest(offsetX, offsetY, reach) ?? null
  const draws = ({ buttons }: PointerEvent) => tool() === 'lasso' && (buttons & 1) === 1
  return {
    down(event: PointerEvent) {
      pressed = [event.offsetX, event.offsetY]
      told.hover(null, 0, 0)
      if (draws(event)) told.draw(...pressed)
    },
    up(event: PointerEvent) {
      const moved = pressed ? Math.hypot(event.offsetX - pressed[0], event.offsetY - pressed[1]) : Infinity
      pressed = null
      told.drawn()
      if (moved < still && event.button === 0) told.pick(at(event))
    },
    move(event: PointerEvent) {
      if (!pressed) told.hover(at(event), event.offsetX, event.offsetY)
      else if (draws(event)) told.draw(event.offsetX, event.offsetY)
    },
    leave: () => told.hover(null, 0, 0),
  }
}
