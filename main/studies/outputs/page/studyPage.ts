import { htmlDocument } from '../../../reports/page/htmlDocument.ts'
import { html, nothing } from '../../../reports/page/markup.ts'
import type { Markup } from '../../../reports/page/markup.ts'
import { listed } from '../../../reports/text.ts'
import { exploratoryTable, primaryTable, regretTable } from '../sections/comparisonTables.ts'
import { missingTable, overheadTable } from '../sections/costTables.ts'
import { matrixNotes, matrixTable, summaryTable } from '../sections/matrixTable.ts'
import { provenanceTable, reading } from '../sections/reading.ts'
import type { StudyTables } from '../studyTables.ts'
import { ablationSections, sizesSection } from './curveSections.ts'
import { htmlTable } from '../../../reports/tables/htmlTable.ts'
import { pageSection } from '../../../reports/page/section.ts'
import { tableStyle } from '../../../reports/tables/tableStyle.ts'

/** A study's results as one HTML page that needs no script and no other file. */
export function studyPage(tables: StudyTables): string {
  const { spec, provenance } = tables
  const main = html`${missingNote(tables)}${primarySection(tables)}${matrixSections(tables)}${regretSection(tables)}
    ${ablationSections(tables)}${sizesSection(tables)}${overheadSection(tables)}${exploratorySection(tables)}
    ${missingSection(tables)}${provenanceSection(tables)}`
  const footer = html`<p>Lacuna ${listed(provenance.versions)}. Higher scores are more anomalous; the anomaly is the
    positive class.</p>`
  return htmlDocument({
    title: spec.name, kind: 'Lacuna study', opening: spec.question, main, footer, moreStyle: tableStyle,
  })
}

function missingNote({ completeness: { done, of, missing } }: StudyTables): Markup {
  if (missing.length === 0) return nothing
  return html`<aside class="warnings" aria-label="Warnings"><ul><li>${reading.incomplete(done, of, missing.length)}
    <a href="#missing">Which ones.</a></li></ul></aside>`
}

function primarySection({ comparisons, claims }: StudyTables): Markup {
  if (claims.length === 0) return nothing
  const content = html`<ul class="claims">${claims.map((claim) => html`<li>${claim}</li>`)}</ul>
    ${htmlTable(primaryTable(comparisons), 'Primary comparisons')}`
  return pageSection({ id: 'primary', heading: 'What the study was for', lead: reading.primary, content })
}

function matrixSections({ matrices, together }: StudyTables): Markup[] {
  const each = matrices.map((matrix, i) => pageSection({
    id: `matrix-${i}`, heading: `Held out in ${matrix.sets[0]}`, lead: '', notes: matrixNotes(matrix),
    content: htmlTable(matrixTable(matrix), `AUROC by method and what was held out, ${matrix.sets[0]}`),
  }))
  if (!together) return each
  return [...each, pageSection({
    id: 'together', heading: 'All sets together', lead: '', notes: matrixNotes(together),
    content: htmlTable(summaryTable(together), 'Mean AUROC by method over all sets'),
  })]
}

function regretSection({ regrets }: StudyTables): Markup {
  if (regrets.length === 0) return nothing
  const lead = reading.regret(regrets[0].method)
  return pageSection({ id: 'regret', heading: 'Regret', lead, content: htmlTable(regretTable(regrets), 'Regret') })
}

function overheadSection({ overheads }: StudyTables): Markup {
  const content = htmlTable(overheadTable(overheads), 'Costs by arm')
  return pageSection({ id: 'overhead', heading: 'What it costs', lead: reading.overhead, content })
}

function exploratorySection({ comparisons }: StudyTables): Markup {
  if (comparisons.exploratory.length === 0) return nothing
  const content = htmlTable(exploratoryTable(comparisons), 'Exploratory differences')
  return pageSection({ id: 'exploratory', heading: 'Exploratory', lead: reading.exploratory, content })
}

function missingSection({ completeness: { missing } }: StudyTables): Markup {
  if (missing.length === 0) return nothing
  const content = htmlTable(missingTable(missing), 'Missing cells')
  return pageSection({ id: 'missing', heading: 'Cells that are missing', lead: reading.missing, content })
}

function provenanceSection(tables: StudyTables): Markup {
  const content = html`${htmlTable(provenanceTable(tables), 'Provenance')}<details>
    <summary>The study’s file, with its defaults</summary>
    <pre>${JSON.stringify(tables.spec, null, 2)}</pre></details>`
  return pageSection({ id: 'provenance', heading: 'Where the figures come from', lead: reading.provenance, content })
}
