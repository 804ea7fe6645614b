import type { Mark } from '../../charts/classMarks.ts'
import type { Colours } from '../../charts/useColours.ts'

/** Points in latent space, Float32 images x 3, with the label of each and how its class is drawn. */
export interface ThumbnailPoints { points: Float32Array; labels: Int32Array; marks: Mark[] }

/** So many points show where the classes lie; more only cover each other. */
const most = 1500
const margin = 8

/** At most `most` positions at even steps. */
export function evenSample(count: number): number[] {
  const taken = Math.min(count, most)
  return Array.from({ length: taken }, (_, i) => Math.floor((i * count) / taken))
}

/** The scale and shift that fit nearly all points into a canvas, the same for both axes. */
export function fitted({ points }: ThumbnailPoints, sample: number[], width: number, height: number) {
  const span = [0, 1].map((axis) => {
    const rising = sample.map((position) => points[3 * position + axis]).sort((a, b) => a - b)
    const cut = Math.floor(rising.length * 0.004)
    return { low: rising[cut] ?? 0, high: rising[rising.length - 1 - cut] ?? 1 }
  })
  const size = (axis: number) => Math.max(1e-6, span[axis].high - span[axis].low)
  const scale = Math.min((width - 2 * margin) / size(0), (height - 2 * margin) / size(1))
  const middle = span.map(({ low, high }) => (low + high) / 2)
  return (x: number, y: number): [number, number] =>
    [width / 2 + scale * (x - middle[0]), height / 2 - scale * (y - middle[1])]
}

/** Draws a sample of the points, those of held-out classes last. */
export function drawThumbnail(canvas: HTMLCanvasElement, drawn: ThumbnailPoints, colours: Colours): void {
  const { points, labels, marks } = drawn
  const [width, height, ratio] = [canvas.clientWidth, canvas.clientHeight, window.devicePixelRatio]
  Object.assign(canvas, { width: Math.round(width * ratio), height: Math.round(height * ratio) })
  const context = canvas.getContext('2d')!
  context.scale(ratio, ratio)
  const sample = evenSample(points.length / 3)
  const place = fitted(drawn, sample, width, height)
  const isLast = (position: number) => Number(marks[labels[position]]?.shape === 'cross')
  for (const position of sample.toSorted((a, b) => isLast(a) - isLast(b) || a - b)) {
    const [x, y] = place(points[3 * position], points[3 * position + 1])
    context.fillStyle = colours(marks[labels[position]]?.colour ?? '--faint')
    context.fillRect(x - 1, y - 1, 2, 2)
  }
}
