import { type ReportSection, reportSections } from '../../contract/reports.ts'
import { htmlTable } from '../tables/htmlTable.ts'
import { metricsTable } from '../tables/resultTables.ts'
import { tableStyle } from '../tables/tableStyle.ts'
import { minute } from '../text.ts'
import { classSection } from './classTable.ts'
import { comparisonSection } from './comparisonSection.ts'
import { dataSection } from './dataSection.ts'
import { gallerySection } from './gallerySection.ts'
import { histogramSection } from './histogramSection.ts'
import { keyFigures } from './keyFigures.ts'
import { latentSection } from './latentSection.ts'
import { htmlDocument } from './htmlDocument.ts'
import { limitsSection } from './limitsSection.ts'
import { madeSection } from './madeSection.ts'
import { html, nothing } from './markup.ts'
import type { Markup } from './markup.ts'
import { membersSection } from './membersSection.ts'
import { methodSection } from './methodSection.ts'
import { openingSentences, pageKind, pageTitle } from './openingText.ts'
import type { PageContent } from './pageContent.ts'
import { retrainingSection } from './retrainingSection.ts'
import { rocSection } from './rocSection.ts'
import { pageSection } from './section.ts'
import { settingsSection, warningsSection } from './settingsSection.ts'
import { signaturesSection } from './signaturesSection.ts'
import { sortScript } from './sortScript.ts'
import { studyPart } from './studyPart.ts'
import { thresholdSection } from './thresholdSection.ts'
import { verdictsSection } from './verdictsSection.ts'

/** The whole report as one HTML document that needs no other file, and a script for nothing but to sort tables. */
export function reportPage(content: PageContent): string {
  const sections = reportSections.filter((section) => content.options.sections.includes(section))
  const main = html`${keyFigures(content)}${warningsSection(content)}${sections.map((section) => parts[section](content))}`
  const opening = openingSentences(content).join(' ')
  return htmlDocument({
    title: pageTitle(content), kind: pageKind(content), opening, main, footer: footer(content), moreStyle: tableStyle,
    script: sortScript,
  })
}

const parts: Record<ReportSection, (content: PageContent) => Markup> = {
  results: (content) => html`<div class="pair">${histogramSection(content)}${rocSection(content)}</div>
    ${metricsSection(content)}${thresholdSection(content)}${classSection(content)}${latentSection(content)}`,
  method: methodSection, anomalies: gallerySection, verdicts: verdictsSection, retraining: retrainingSection,
  comparison: comparisonSection, study: studyPart, training: membersSection, data: dataSection, limits: limitsSection,
  settings: settingsSection, made: madeSection, signatures: signaturesSection,
}

function metricsSection(content: PageContent): Markup {
  const table = metricsTable(content)
  if (table.rows.length === 0) return nothing
  const lead = 'Over the test images, the anomaly being the positive class. The interval is DeLong’s.'
  return pageSection({ id: 'metrics', heading: 'Figures', lead, content: htmlTable(table, 'Figures over the test images') })
}

function footer({ view }: PageContent): Markup {
  if (!view.version && !view.created) return nothing
  return html`<p>Lacuna${view.version && ` ${view.version}`}${
    view.created
    && html`, <time datetime="${view.created}">${minute(view.created)}</time> UTC`
  }. Higher scores are more anomalous.</p>`
}
