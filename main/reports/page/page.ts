import { classSection } from './classTable.ts'
import { gallerySection } from './gallerySection.ts'
import { histogramSection } from './histogramSection.ts'
import { keyFigures } from './keyFigures.ts'
import { latentSection } from './latentSection.ts'
import { htmlDocument } from './htmlDocument.ts'
import { html, nothing } from './markup.ts'
import type { Markup } from './markup.ts'
import { membersSection } from './membersSection.ts'
import { openingSentences, pageTitle } from './openingText.ts'
import type { PageContent } from './pageContent.ts'
import { rocSection } from './rocSection.ts'
import { settingsSection, warningsSection } from './settingsSection.ts'

/** The whole report as one HTML document that needs no script and no other file. */
export function reportPage(content: PageContent): string {
  const main = html`${keyFigures(content)}${warningsSection(content)}${gallerySection(content)}
    <div class="pair">${histogramSection(content)}${rocSection(content)}</div>
    ${latentSection(content)}${classSection(content)}${membersSection(content)}
    ${settingsSection(content)}`
  const opening = openingSentences(content).join(' ')
  return htmlDocument({ title: pageTitle(content), kind: 'Lacuna report', opening, main, footer: footer(content) })
}

function footer({ view }: PageContent): Markup {
  if (!view.version && !view.created) return nothing
  return html`<p>Lacuna${view.version && ` ${view.version}`}${
    view.created
    && html`, <time datetime="${view.created}">${view.created.slice(0, 16).replace('T', ' ')}</time> UTC`
  }. Higher scores are more anomalous.</p>`
}
