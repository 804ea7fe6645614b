import type { JudgedMetrics } from '../../contract/scores.ts'
import { htmlTable } from '../tables/htmlTable.ts'
import { verdictsTable } from '../tables/findingTables.ts'
import { area, counted, listed } from '../text.ts'
import { html, nothing } from './markup.ts'
import type { Markup } from './markup.ts'
import type { PageContent } from './pageContent.ts'
import { pageSection } from './section.ts'

/** What people said of the images, and what that does to the figures. */
export function verdictsSection({ findings: { verdicts } }: PageContent): Markup {
  if (!verdicts) return nothing
  const { list, judged } = verdicts
  if (list.length === 0) {
    return pageSection({ id: 'verdicts', heading: 'Verdicts', lead: 'No image of this set was judged yet.', content: nothing })
  }
  const kinds = Map.groupBy(list, ({ verdict }) => verdict)
  const counts = listed([...kinds].map(([kind, of]) => `${of.length} ${kind}`))
  const content = html`${judged ? judgedPart(judged) : nothing}${htmlTable(verdictsTable(verdicts), 'Verdicts')}`
  return pageSection({
    id: 'verdicts', heading: 'Verdicts', lead: `${counted(list.length, 'image was', 'images were')} judged: ${counts}.`, content,
  })
}

function judgedPart({ metrics, byLabel, replaced, added, leftOut, untested }: JudgedMetrics): Markup {
  if (!metrics) return nothing
  const before = byLabel ? ` (${area(byLabel.auroc)} by the labels alone)` : ''
  const words = `With the verdicts the AUROC is ${area(metrics.auroc)}${before}, 95 % interval `
    + `${metrics.aurocInterval.map(area).join(' to ')}. ${counted(replaced, 'test image counts', 'test images count')} as the opposite of `
    + `the label, ${counted(added, 'counts', 'count')} by the verdict only, ${counted(leftOut, 'no longer counts', 'no longer count')}; `
    + `${counted(untested, 'judged image', 'judged images')} for training or validation never count.`
  return html`<p class="lead">${words} Who judges the highest scores judges what the detector chose: such figures favour it.</p>`
}
