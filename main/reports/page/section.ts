import { html, nothing } from './markup.ts'
import type { Markup } from './markup.ts'

/** A part of the page under its heading, with a sentence or two on how to read it. */
export interface SectionParts { id: string; heading: string; lead: string; content: Markup; notes?: string[] }

export function pageSection({ id, heading, lead, content, notes = [] }: SectionParts): Markup {
  const items = notes.map((note) => html`<li>${note}</li>`)
  return html`<section aria-labelledby="${id}"><h2 id="${id}">${heading}</h2>
    ${lead ? html`<p class="lead">${lead}</p>` : nothing}${content}
    ${items.length > 0 ? html`<ul class="notes">${items}</ul>` : nothing}</section>`
}
