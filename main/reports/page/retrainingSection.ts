import type { Comparison } from '../../contract/comparisons.ts'
import { gainOf } from '../../contract/gain.ts'
import type { Relabelling } from '../../contract/retraining.ts'
import type { RetrainingFinding } from '../findings.ts'
import { htmlTable } from '../tables/htmlTable.ts'
import { retrainingTable } from '../tables/retrainingTable.ts'
import { chance, count, counted, day, signed, visible } from '../text.ts'
import { html, nothing } from './markup.ts'
import type { Markup } from './markup.ts'
import type { PageContent } from './pageContent.ts'
import { pageSection } from './section.ts'

/** An ensemble before and after it learned from verdicts, on the test images that no verdict changed. */
export function retrainingSection({ findings: { retrainings } }: PageContent): Markup {
  if (!retrainings) return nothing
  const parts = { id: 'retraining', heading: 'Before and after training again' }
  if (retrainings.length === 0) {
    return pageSection({ ...parts, lead: 'This project has no record of this ensemble having been trained again, or out of another one.', content: nothing })
  }
  const lead = 'What people judged changed what is learned from, never what is measured by: both ensembles are compared on the same '
    + 'labelled test images, with the labels that these had before.'
  return pageSection({ ...parts, lead, content: html`${retrainings.map(onePart)}` })
}

function onePart(one: RetrainingFinding): Markup {
  const { before, after, created, relabelling, compared } = one
  const what = html`<h3>${visible(after)}</h3><p class="lead">Trained again on ${day(created)} out of “${visible(before)}”: ${changes(relabelling)}.</p>`
  if (!compared) return html`${what}<p>It has no scores by the same detector yet, so before and after cannot be compared.</p>`
  return html`${what}${htmlTable(retrainingTable([one]), 'Before and after')}<p>${gainWords(compared)}</p>`
}

function changes({ relabelled, leaving, joining, tests }: Relabelling): string {
  return `${counted(relabelled, 'image')} got another class, ${count(leaving)} left training, ${count(joining)} came in; `
    + `${counted(tests, 'judged test image')} stayed as before`
}

function gainWords({ pairs: [pair], normals, anomalies, notes }: Comparison): string {
  const gain = gainOf(pair)
  const over = `on ${counted(normals, 'normal test image')} and ${count(anomalies)} anomalous`
  if (!gain) return `There are too few test images for a paired test, ${over}.`
  const { estimate, interval, p } = gain
  const [low, high] = interval
  const certain = low > 0 ? 'It finds strangers better than before.' : high < 0 ? 'It finds strangers worse than before.'
    : 'That is within what chance does: neither is shown to be better.'
  return [`AUROC after less before: ${signed(estimate)}, 95 % interval ${interval.map(signed).join(' to ')}, ${p < 0.001 ? 'p' : 'p ='} ${chance(p)} by DeLong’s `
    + `paired test, ${over}. ${certain}`, ...notes].join(' ')
}
