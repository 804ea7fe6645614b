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

/** Tells clicks on points from drags, also from those that end where they began, and which point the pointer is over. */
export function usePointer(cloud: () => PointCloud | null, tool: () => Tool, told: Told) {
  let pressed: { x: number; y: number; moved: boolean } | null = null
  const at = ({ offsetX, offsetY }: PointerEvent) => cloud()?.nearest(offsetX, offsetY, reach) ?? null
  const draws = ({ buttons }: PointerEvent) => tool() === 'lasso' && (buttons & 1) === 1
  return {
    down(event: PointerEvent) {
      pressed = { x: event.offsetX, y: event.offsetY, moved: false }
      told.hover(null, 0, 0)
      if (draws(event)) told.draw(pressed.x, pressed.y)
    },
    up(event: PointerEvent) {
      const isClick = pressed?.moved === false && event.button === 0
      pressed = null
      told.drawn()
      if (isClick) told.pick(at(event))
    },
    move(event: PointerEvent) {
      if (!pressed) return told.hover(at(event), event.offsetX, event.offsetY)
      pressed.moved ||= Math.hypot(event.offsetX - pressed.x, event.offsetY - pressed.y) >= still
      if (draws(event)) told.draw(event.offsetX, event.offsetY)
    },
    leave: () => told.hover(null, 0, 0),
  }
}
