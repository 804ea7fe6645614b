import type { JudgedMetrics } from '../../contract/scores.ts'
import { VerdictKind } from '../../contract/verdicts.ts'
import type { VerdictFindings } from '../findings.ts'
import { verdictsTable } from '../tables/findingTables.ts'
import { htmlTable } from '../tables/htmlTable.ts'
import { area, count, counted, listed, minute } from '../text.ts'
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
  const content = html`${judged ? judgedPart(judged) : nothing}${htmlTable(verdictsTable(verdicts), 'Verdicts')}`
  return pageSection({
    id: 'verdicts', heading: 'Verdicts', lead: judgedWords(list), content,
  })
}

/** How many were judged as what, and when. */
function judgedWords(list: VerdictFindings['list']): string {
  const kinds = VerdictKind.options.map((kind) => [kind, list.filter(({ verdict }) => verdict === kind).length] as const)
  const counts = listed(kinds.filter(([, of]) => of > 0).map(([kind, of]) => `${count(of)} as ${kind}`))
  const moments = list.map(({ judged }) => judged).toSorted()
  const [first, last] = [moments[0], moments.at(-1)!].map(minute)
  const when = first === last ? `at ${first}` : `from ${first} to ${last}`
  return `${counted(list.length, 'image was', 'images were')} judged ${when} UTC: ${counts}. Who judged is not recorded with a verdict: `
    + 'who signs this report answers for them.'
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
