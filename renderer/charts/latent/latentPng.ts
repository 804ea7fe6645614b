import { pngOf } from '../export/pngOf.ts'
import type { LatentCloud } from './latentCloud.ts'
import type { Seen } from './seen.ts'
import { beside, writings } from './writings.ts'

const align = { start: 'left', middle: 'center', end: 'right' } as const

/** A latent picture in as many pixels as the screen shows it in, with its names and axes, on the page's colour. */
export async function latentPng(shown: LatentCloud, seen: Seen): Promise<Blob> {
  const { left, below } = beside(shown)
  const { canvas } = seen
  const finer = canvas.width / canvas.clientWidth
  const picture = document.createElement('canvas')
  picture.width = canvas.width + Math.round(left * finer)
  picture.height = canvas.height + Math.round(below * finer)
  const context = picture.getContext('2d')!
  context.fillStyle = shown.colours('--page')
  context.fillRect(0, 0, picture.width, picture.height)
  context.drawImage(canvas, Math.round(left * finer), 0)
  write(context, shown, seen, finer)
  return pngOf(picture)
}

function write(context: CanvasRenderingContext2D, shown: LatentCloud, seen: Seen, finer: number): void {
  context.setTransform(finer, 0, 0, finer, beside(shown).left * finer, 0)
  context.font = `600 12px ${shown.colours('--font')}`
  context.textBaseline = 'middle'
  // Names are read over points: each has a rim of the page's colour.
  context.strokeStyle = shown.colours('--page')
  context.lineWidth = 3
  context.lineJoin = 'round'
  for (const { text, x, y, colour, anchor } of writings(shown, seen)) {
    context.textAlign = align[anchor]
    context.strokeText(text, x, y)
    context.fillStyle = shown.colours(colour)
    context.fillText(text, x, y)
  }
}
