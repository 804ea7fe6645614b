import { htmlTable } from '../tables/htmlTable.ts'
import { html, nothing } from './markup.ts'
import type { Markup } from './markup.ts'
import type { PageContent } from './pageContent.ts'
import { pageSection } from './section.ts'

/** A study's claims and tables. */
export function studyPart({ findings: { study } }: PageContent): Markup {
  if (!study) return nothing
  const claims = study.claims.length > 0 ? html`<ul class="claims">${study.claims.map((claim) => html`<li>${claim}</li>`)}</ul>` : nothing
  const parts = study.parts.map(({ heading, lead, notes, table }) => html`<h3>${heading}</h3>
    ${lead ? html`<p class="lead">${lead}</p>` : nothing}${htmlTable(table, heading)}
    ${notes.length > 0 ? html`<ul class="notes">${notes.map((note) => html`<li>${note}</li>`)}</ul>` : nothing}`)
  return pageSection({ id: 'study', heading: `Study “${study.name}”`, lead: study.question, content: html`${claims}${parts}` })
}
