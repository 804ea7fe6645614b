import type { ReportSection } from '../../contract/reports.ts'
import type { PageContent } from '../page/pageContent.ts'
import { columnsTable, comparedPairsTable, pairsTable, problemsTable, splitsTable, unlikeTable, verdictsTable } from './findingTables.ts'
import { thresholdTable } from '../page/thresholdSection.ts'
import { classesTable, membersTable, metricsTable } from './resultTables.ts'
import { retrainingTable } from './retrainingTable.ts'
import type { Table } from './table.ts'

/** A table as a file of its own. */
export interface MainTable { name: string; caption: string; table: Table }

type Parts = [ReportSection, string, string, Table | null][]

/** The main tables of the sections that are wanted, without those that have no row. */
export function mainTables(content: PageContent): MainTable[] {
  return [...resultParts(content), ...findingParts(content), ...studyParts(content)]
    .filter(([section, , , table]) => table && table.rows.length > 0 && content.options.sections.includes(section))
    .map(([, name, caption, table]) => ({ name, caption, table: table! }))
}

function resultParts(content: PageContent): Parts {
  return [
    ['results', 'metrics', 'Figures over the test images: known classes against anomalies', metricsTable(content)],
    ['results', 'threshold', 'What the threshold means, over the test images', thresholdTable(content)],
    ['results', 'classes', 'Flagged images by class', classesTable(content)],
    ['training', 'members', 'The members of the ensemble', membersTable(content)],
  ]
}

function findingParts({ view: { imageSet }, findings: { data, verdicts, retrainings, comparison } }: PageContent): Parts {
  return [
    ['data', 'splits', 'Images by class and split', imageSet && splitsTable(imageSet)],
    ['data', 'problems', 'Files that could not be read', data && problemsTable(data)],
    ['data', 'pairs', 'Images that are alike', data && pairsTable(data)],
    ['verdicts', 'verdicts', 'Verdicts on images', verdicts && verdictsTable(verdicts)],
    ['retraining', 'retraining', 'Before and after training again from verdicts', retrainings && retrainingTable(retrainings)],
    ['comparison', 'comparison', 'Results compared on their common images', comparison && columnsTable(comparison.compared, comparison.detectors)],
    ['comparison', 'comparison-pairs', 'Differences of AUROC by DeLong’s test', comparison && comparedPairsTable(comparison.compared)],
    ['comparison', 'comparison-settings', 'What differs between the compared results', comparison && unlikeTable(comparison.compared)],
  ]
}

function studyParts({ findings: { study } }: PageContent): Parts {
  return (study?.parts ?? []).map(({ id, heading, table }) => ['study', `study-${id}`, `${study!.name}: ${heading}`, table])
}
