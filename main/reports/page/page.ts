import { classSection } from './classTable.ts'
import { gallerySection } from './gallerySection.ts'
import { histogramSection } from './histogramSection.ts'
import { keyFigures } from './keyFigures.ts'
import { latentSection } from './latentSection.ts'
import { html, nothing, raw } from './markup.ts'
import type { Markup } from './markup.ts'
import { membersSection } from './membersSection.ts'
import { openingSentences, pageTitle } from './openingText.ts'
import type { PageContent } from './pageContent.ts'
import { rocSection } from './rocSection.ts'
import { settingsSection, warningsSection } from './settingsSection.ts'
import { style } from './style.ts'

/** Nothing is loaded and nothing is run: styles are the page's own, images lie in it as data. */
const policy =
  "default-src 'none'; img-src data:; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"

/** The whole report as one HTML document that needs no script and no other file. */
export function reportPage(content: PageContent): string {
  const title = pageTitle(content)
  return `<!doctype html>\n${html`<html lang="en"><head><meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="${raw(policy)}">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <meta name="referrer" content="no-referrer"><meta name="generator" content="Lacuna">
    <title>${title}</title><style>${raw(style)}</style></head><body>
    <header><p class="kind">Lacuna report</p><h1>${title}</h1>${
      openingSentences(content).length && html`<p class="opening">${openingSentences(content).join(' ')}</p>`
    }</header>
    <main>${keyFigures(content)}${warningsSection(content)}${gallerySection(content)}
    <div class="pair">${histogramSection(content)}${rocSection(content)}</div>
    ${latentSection(content)}${classSection(content)}${membersSection(content)}
    ${settingsSection(content)}</main>
    <footer>${footer(content)}</footer></body></html>`}\n`
}

function footer({ view }: PageContent): Markup {
  if (!view.version && !view.created) return nothing
  return html`<p>Lacuna${view.version && ` ${view.version}`}${
    view.created
    && html`, <time datetime="${view.created}">${view.created.slice(0, 16).replace('T', ' ')}</time> UTC`
  }. Higher scores are more anomalous.</p>`
}
