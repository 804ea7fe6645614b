import type { LatentCloud } from './latentCloud.ts'
import { emptyOverlay, type Overlay, svgPoints } from './overlay.ts'
import type { PointCloud } from './pointCloud.ts'

/** A line that is seen over a picture: its corners as SVG has them. */
export interface SeenLine { corners: string; colour: string; strength: number }

/**
 * A latent picture as it is on the screen. `order`: the points that are drawn, the last of them on top; `pixels`: where
 * each of these is (count x 2, NaN out of sight), in pixels of the stylesheet from the canvas' corner.
 */
export interface Seen {
  canvas: HTMLCanvasElement
  overlay: Overlay
  order: Uint32Array
  pixels: Float32Array
  lines: SeenLine[]
}

/** To be read at once: the canvas is drawn for it, and forgets. */
export function seenOf(cloud: PointCloud, shown: LatentCloud, canvas: HTMLCanvasElement, overlay = emptyOverlay): Seen {
  const { points, emphasis: { order }, outlines } = shown
  const pixels = new Float32Array(2 * order.length).fill(NaN)
  const place = (x: number, y: number, z: number) => cloud.places.place(x, y, z)
  order.forEach((i, n) => pixels.set(place(points[3 * i], points[3 * i + 1], points[3 * i + 2]) ?? [], 2 * n))
  const lines = outlines.map(({ points: corners, colour, strength }) => ({
    corners: svgPoints(corners.flatMap(([x, y, z]) => [place(x, y, z)].filter((at) => at !== null))), colour, strength,
  }))
  cloud.draw()
  return { canvas, overlay, order, pixels, lines }
}
