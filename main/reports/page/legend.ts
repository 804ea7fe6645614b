import { outline } from '../charts/palette.ts'
import type { Mark } from '../charts/palette.ts'
import { html, name } from './markup.ts'
import type { Markup } from './markup.ts'

export interface LegendEntry {
  mark: Mark
  label: string
  note?: string
}

/** What the marks of a chart stand for, as text beside it. */
export function legend(entries: LegendEntry[]): Markup {
  return html`<ul class="legend">${entries.map(
    ({ mark, label, note }) =>
      html`<li>${swatch(mark)} ${name(label)}${note && html` <span class="quiet">${note}</span>`}</li>`,
  )}</ul>`
}

function swatch({ colour, shape, hollow }: Mark): Markup {
  return html`<svg class="swatch" viewBox="-2 -2 4 4" aria-hidden="true"><path d="${outline(shape)}"
    fill="${hollow ? 'none' : colour}" stroke="${colour}" stroke-width="${hollow ? 0.6 : 0.2}"/></svg>`
}

/** The legend of lines: a short stroke instead of a mark. */
export function lineLegend(
  entries: { colour: string; dash: number[] | 'solid'; label: string; note?: string }[],
): Markup {
  return html`<ul class="legend">${entries.map(
    ({ colour, dash, label, note }) => html`<li><svg class="swatch stroke"
    viewBox="0 0 22 8" aria-hidden="true"><path d="M0,4H22" stroke="${colour}" stroke-width="2.4"
    stroke-dasharray="${dash === 'solid' ? 'none' : dash.join(' ')}"/></svg> ${label}${
      note && html` <span class="quiet">${note}</span>`
    }</li>`,
  )}</ul>`
}
