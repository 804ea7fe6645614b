import { markdownTable, markdownText } from './formats/markdownTable.ts'
import { exploratoryTable, primaryTable, regretTable } from './sections/comparisonTables.ts'
import { missingTable, overheadTable } from './sections/costTables.ts'
import { ablationTable, sizesTable } from './sections/curveTables.ts'
import { matrixNotes, matrixTable, summaryTable } from './sections/matrixTable.ts'
import { provenanceTable, reading } from './sections/reading.ts'
import { settingNames } from './sections/settingNames.ts'
import type { Table } from '../../reports/tables/table.ts'
import type { StudyTables } from './studyTables.ts'

/** A study's results as Markdown, so that they read well where they lie in a repository. */
export function studyReadme(tables: StudyTables): string {
  const { spec, completeness: { done, of, missing } } = tables
  const opening = missing.length > 0 ? [reading.incomplete(done, of, missing.length)] : []
  return [
    `# ${markdownText(spec.name)}`, ...[oneLine(spec.question), ...opening].map(markdownText),
    ...primaryPart(tables), ...matrixParts(tables), ...regretPart(tables), ...curveParts(tables),
    ...part('What it costs', reading.overhead, overheadTable(tables.overheads)),
    ...part('Exploratory', reading.exploratory, exploratoryTable(tables.comparisons)),
    ...part('Cells that are missing', reading.missing, missingTable(missing)),
    ...part('Where the figures come from', reading.provenance, provenanceTable(tables)),
  ].join('\n\n') + '\n'
}

/** A question may stand over several lines of its file. */
const oneLine = (text: string) => text.trim().replaceAll(/\s+/g, ' ')

/** Heading, how to read it, and the table: nothing where the table is empty. */
function part(heading: string, lead: string, table: Table, notes: string[] = []): string[] {
  if (table.rows.length === 0) return []
  const text = [lead, ...notes].filter((one) => one !== '').map(markdownText)
  return [`## ${markdownText(heading)}`, ...text, markdownTable(table)]
}

function primaryPart({ claims, comparisons }: StudyTables): string[] {
  const [heading, lead, table] = part('What the study was for', reading.primary, primaryTable(comparisons))
  if (heading === undefined) return []
  return [heading, lead, claims.map((claim) => `- ${markdownText(claim)}`).join('\n'), table]
}

function matrixParts({ matrices, together }: StudyTables): string[] {
  const each = matrices.flatMap((matrix) =>
    part(`Held out in ${matrix.sets[0]}`, '', matrixTable(matrix), matrixNotes(matrix)))
  return together ? [...each, ...part('All sets together', '', summaryTable(together), matrixNotes(together))] : each
}

function regretPart({ regrets }: StudyTables): string[] {
  return regrets.length > 0 ? part('Regret', reading.regret(regrets[0].method), regretTable(regrets)) : []
}

function curveParts({ ablation, sizes }: StudyTables): string[] {
  const settings = Map.groupBy(ablation, ({ setting }) => setting)
  return [
    ...[...settings].flatMap(([setting, curves]) =>
      part(`By ${settingNames[setting]}`, reading.ablation, ablationTable(curves))),
    ...part('How many members', reading.sizes, sizesTable(sizes)),
  ]
}
