import { html, name, nothing } from '../page/markup.ts'
import type { Markup } from '../page/markup.ts'
import type { Cell, Column, Table } from './table.ts'

/** So many rows are kept on one page in print. */
const mostTogether = 12

/** The classes of what holds a table of so many rows, and scrolls where it is wider than the page. */
export const holderOf = (rows: number): string => (rows <= mostTogether ? 'wide short' : 'wide')

/** A table that scrolls by itself where it is wider than the page. */
export function htmlTable({ columns, rows }: Table, label: string): Markup {
  if (rows.length === 0) return nothing
  const heads = columns.map(({ title, numeric }) =>
    html`<th scope="col"${numeric ? html` class="n"` : nothing}>${name(title)}</th>`)
  return html`<div class="${holderOf(rows.length)}" role="region" tabindex="0" aria-label="${label}"><table class="figures-table">
    <thead><tr>${heads}</tr></thead><tbody>${rows.map((row) => html`<tr>${row.map((cell, c) =>
      htmlCell(cell, columns[c], c === 0))}</tr>`)}</tbody></table></div>`
}

/** Longer texts than this are sentences, which break into lines. */
const longest = 40

function htmlCell({ text, strong }: Cell, { numeric }: Column, first: boolean): Markup {
  const content = strong ? html`<strong>${name(text)}</strong>` : name(text)
  const alignment = numeric ? html` class="n"` : text.length > longest ? html` class="long"` : nothing
  return first ? html`<th scope="row"${alignment}>${content}</th>` : html`<td${alignment}>${content}</td>`
}
