import { html, nothing } from './markup.ts'
import type { Markup } from './markup.ts'
import type { PageContent } from './pageContent.ts'
import { ensembleRows, imageRows, scoreRows } from './settingsRows.ts'
import type { SettingsRow } from './settingsRows.ts'

/** Every setting and seed: what is needed to do it again. */
export function settingsSection(content: PageContent): Markup {
  const tables: [string, SettingsRow[]][] = [
    ['Images', imageRows(content)],
    ['Ensemble', ensembleRows(content)],
    ['Scores', scoreRows(content)],
  ]
  return html`<section aria-labelledby="settings"><h2 id="settings">Settings</h2>
    <p class="lead">Every figure in full precision is in <code>summary.json</code>.</p>
    <div class="settings">${tables.map(rowsTable)}</div></section>`
}

/** Terms and their values under a title; nothing where there is none. */
export function rowsTable([title, rows]: [string, SettingsRow[]]): Markup {
  if (rows.length === 0) return nothing
  const lines = rows.map(([term, value]) => html`<tr><th scope="row">${term}</th><td>${value}</td></tr>`)
  return html`<table><caption>${title}</caption><tbody>${lines}</tbody></table>`
}

/** What the reader should know before trusting the figures. */
export function warningsSection({ view }: PageContent): Markup {
  const warnings = new Set([...(view.score?.warnings ?? []), ...(view.imageSet?.warnings ?? [])])
  if (warnings.size === 0) return nothing
  const items = [...warnings].map((text) => html`<li>${text}</li>`)
  return html`<aside class="warnings" aria-label="Warnings"><ul>${items}</ul></aside>`
}
