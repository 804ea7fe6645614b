import { columnsTable, comparedPairsTable, unlikeTable } from '../tables/findingTables.ts'
import { htmlTable } from '../tables/htmlTable.ts'
import { count } from '../text.ts'
import { html, nothing } from './markup.ts'
import type { Markup } from './markup.ts'
import type { PageContent } from './pageContent.ts'
import { pageSection } from './section.ts'

/** A saved comparison, on the images that its columns have in common. */
export function comparisonSection({ findings: { comparison } }: PageContent): Markup {
  if (!comparison) return nothing
  const { name, compared, detectors } = comparison
  const { images, normals, anomalies, notes } = compared
  const unlike = unlikeTable(compared)
  const content = html`${htmlTable(columnsTable(compared, detectors), 'Compared results')}
    <h3>Pair by pair</h3>${htmlTable(comparedPairsTable(compared), 'Differences pair by pair')}
    ${unlike.rows.length > 0 ? html`<h3>What differs between them</h3>${htmlTable(unlike, 'What differs')}` : nothing}`
  const lead = `${count(images)} images are common to all columns; the figures are over ${count(normals)} normal and `
    + `${count(anomalies)} anomalous test images among them. Differences are tested by DeLong’s paired test, with Holm’s correction.`
  return pageSection({ id: 'comparison', heading: `Comparison “${name}”`, lead, content, notes })
}
