import { t } from '../../words/words.ts'
import { outline, type Shape, shapes } from '../classMarks.ts'
import { escaped } from '../export/escaped.ts'
import { Emphasis } from './emphasis.ts'
import type { LatentCloud } from './latentCloud.ts'
import { pointSize } from './pointSize.ts'
import type { Seen } from './seen.ts'
import { beside, type Writing, writings } from './writings.ts'

/** More make a file that no program for drawings opens in good time. */
export const mostInSvg = 20_000

/** A picture with too many points for its file; PNG holds any number. */
export class TooManyPoints extends Error {
  readonly code = 'TOO_MANY_POINTS'
  readonly hint = t('Save it as PNG, or show fewer images by the filter or the legend.')

  constructor(points: number) {
    super(t('The picture has {points} points, and an SVG holds {most} at most.', { points, most: mostInSvg }))
  }
}

/**
 * A latent picture as SVG: a sign for each point, the outlines, the names and the axes.
 * @throws TooManyPoints
 */
export function latentSvg(shown: LatentCloud, seen: Seen, label: string): Blob {
  if (seen.order.length > mostInSvg) throw new TooManyPoints(seen.order.length)
  const { left, below } = beside(shown)
  const [width, height] = [seen.canvas.clientWidth + left, seen.canvas.clientHeight + below]
  const { clientWidth: across, clientHeight: down } = seen.canvas
  const svg = [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img">`,
    `<title>${escaped(label)}</title>`,
    `<defs>${shapes.map(symbol(seen)).join('')}<clipPath id="plot"><rect width="${across}" height="${down}"/></clipPath></defs>`,
    `<rect width="100%" height="100%" fill="${shown.colours('--page')}"/><g transform="translate(${left})">`,
    `<g clip-path="url(#plot)">`, ...signs(shown, seen), ...lines(shown, seen), '</g>',
    `<g font-size="12" font-family="${escaped(shown.colours('--font'))}" font-weight="600" dominant-baseline="middle"`,
    ` paint-order="stroke" stroke="${shown.colours('--page')}" stroke-width="3" stroke-linejoin="round">`,
    ...writings(shown, seen).map((one) => written(one, shown)), '</g></g></svg>',
  ]
  return new Blob([svg.join('\n')], { type: 'image/svg+xml' })
}

const symbol = ({ order, canvas }: Seen) => (shape: Shape): string => {
  const { pixels } = pointSize(order.length, canvas.clientWidth * canvas.clientHeight)
  return `<path id="${shape}" d="${outline(shape)}" transform="scale(${(0.36 * pixels).toFixed(2)})"/>`
}

function signs({ paint, emphasis }: LatentCloud, { order, pixels, canvas }: Seen): string[] {
  const { alpha } = pointSize(order.length, canvas.clientWidth * canvas.clientHeight)
  return Array.from(order, (position, n) => {
    const [x, y, strength] = [pixels[2 * n], pixels[2 * n + 1], emphasis.strengths[position]]
    if (Number.isNaN(x) || strength === Emphasis.hidden) return ''
    const colour = `rgb(${paint.colours.subarray(3 * position, 3 * position + 3).join(',')})`
    const [look, opacity] = [paint.looks[position], strength === Emphasis.dim ? 0.16 * alpha : alpha]
    const shape = shapes[look & 7]
    const drawn = look & 8 || shape === 'cross' ? `fill="none" stroke="${colour}" stroke-width=".5"` : `fill="${colour}"`
    return `<use href="#${shape}" x="${x.toFixed(1)}" y="${y.toFixed(1)}" ${drawn} opacity="${opacity.toFixed(2)}"/>`
  }).filter(Boolean)
}

const lines = ({ colours }: LatentCloud, { lines: all }: Seen): string[] =>
  all.map(({ corners, colour, strength }) =>
    `<polygon points="${corners}" fill="none" stroke="${colours(colour)}" stroke-opacity="${strength}"/>`)

const written = ({ text, x, y, colour, anchor }: Writing, { colours }: LatentCloud): string =>
  `<text x="${x.toFixed(1)}" y="${y.toFixed(1)}" text-anchor="${anchor}" fill="${colours(colour)}">${escaped(text)}</text>`
