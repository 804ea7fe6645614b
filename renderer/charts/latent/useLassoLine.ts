import { shallowRef } from 'vue'
import type { PointCloud } from './pointCloud.ts'
import { type Corner, simplified } from './polygon.ts'

/** A polygon in the coordinates of the picture, and where the camera stood that saw it. */
export interface DrawnLasso { polygon: Corner[]; camera: number[] | null }

/** Pixels between two corners while it is drawn, and how far the kept polygon may be from them. */
const [between, tolerance] = [3, 1.2]

/** The line that the pointer draws, in pixels; what it encloses once it is let go. */
export function useLassoLine(cloud: () => PointCloud | null, done: (lasso: DrawnLasso) => void) {
  const line = shallowRef<Corner[]>([])

  function add(x: number, y: number): void {
    const last = line.value.at(-1)
    if (!last || Math.hypot(x - last[0], y - last[1]) >= between) line.value = [...line.value, [x, y]]
  }
  function close(): void {
    const corners = simplified(line.value, tolerance)
    line.value = []
    if (corners.length >= 3) keep(corners)
  }
  function keep(pixels: Corner[]): void {
    const places = cloud()?.places
    if (places) done({ polygon: pixels.map(([x, y]) => places.cornerAt(x, y)), camera: places.camera })
  }
  return { line, add, close, keep, giveUp: () => (line.value = []) }
}
