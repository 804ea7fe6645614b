import type { LatentCloud } from './latentCloud.ts'
import { isRows } from './overlay.ts'
import type { Seen } from './seen.ts'

/** Text over or beside a picture, in pixels from the canvas' corner. */
export interface Writing { text: string; x: number; y: number; colour: string; anchor: 'start' | 'middle' | 'end' }

/** What is left of and below a picture with axes, in pixels. */
export const beside = ({ axes }: LatentCloud): { left: number; below: number } =>
  (axes ? { left: 120, below: 40 } : { left: 0, below: 0 })

/** All that is written over a picture, and at its axes. */
export function writings(shown: LatentCloud, { canvas, overlay }: Seen): Writing[] {
  const names = shown.names.flatMap(({ text, colour }, i): Writing[] => {
    const at = overlay.names[i]
    return at ? [{ text, colour, x: at[0], y: at[1], anchor: 'middle' }] : []
  })
  if (!shown.axes) return names
  const { clientWidth: width, clientHeight: height } = canvas
  const below = overlay.across.map(({ text, pixel }): Writing => (
    { text, x: pixel, y: height + 12, colour: '--muted', anchor: 'middle' }))
  const left = overlay.up.map(({ text, pixel }): Writing => ({ text, x: -8, y: pixel, colour: '--ink', anchor: 'end' }))
  const across: Writing = { text: shown.axes.x.title, x: width / 2, y: height + 30, colour: '--muted', anchor: 'middle' }
  const up: Writing[] = isRows(shown.axes.y)
    ? []
    : [{ text: shown.axes.y.title, x: -112, y: 10, colour: '--muted', anchor: 'start' }]
  return [...names, ...below, ...left, across, ...up]
}
