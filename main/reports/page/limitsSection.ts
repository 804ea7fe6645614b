import { count, counted, listed, visible } from '../text.ts'
import { html } from './markup.ts'
import type { Markup } from './markup.ts'
import type { PageContent } from './pageContent.ts'
import { pageSection } from './section.ts'

/** Below so many anomalous test images an interval is wide. */
const few = 50

/** What the figures do not say. */
export function limitsSection(content: PageContent): Markup {
  const limits = [...measureLimits(content), ...dataLimits(content), ...trainingLimits(content)]
  const items = limits.map((text) => html`<li>${text}</li>`)
  return pageSection({ id: 'limits', heading: 'Limits', lead: 'What the figures do not say.', content: html`<ul class="limits">${items}</ul>` })
}

function measureLimits({ input, findings: { verdicts } }: PageContent): string[] {
  const { metrics, heldOut, classNames } = input
  if (!metrics) return ['No image is labelled as an anomaly, so nothing here says how many anomalies are found or missed.']
  const strangers = listed(heldOut.map((label) => visible(classNames[label] ?? '?')))
  return [
    ...(heldOut.length > 0 ? [`How well anomalies are found was measured with ${strangers} in the place of them. Others may be easier or harder to find.`] : []),
    'Intervals say how the figures would vary with other test images of the same kind. They do not say what another training would give.',
    ...(metrics.anomalies < few ? [`There are only ${counted(metrics.anomalies, 'anomalous test image')}: intervals are wide.`] : []),
    ...(verdicts && verdicts.list.length > 0
      ? ['Images were judged by people who may have seen the scores, and mostly those with high ones: figures with verdicts favour the detector.'] : []),
  ]
}

function dataLimits({ view: { imageSet } }: PageContent): string[] {
  if (!imageSet) return []
  return [
    'The figures hold for images taken as these were. With another camera, light or background they have to be measured anew.',
    ...(imageSet.problems > 0 ? [`${counted(imageSet.problems, 'file')} could not be read and ${imageSet.problems === 1 ? 'is' : 'are'} not in any figure.`] : []),
  ]
}

function trainingLimits({ view: { ensemble } }: PageContent): string[] {
  const unhealthy = ensemble?.members.filter(({ health }) => health?.healthy === false).length ?? 0
  if (!ensemble || unhealthy === 0) return []
  return [`${count(unhealthy)} of ${counted(ensemble.members.length, 'network')} did not learn as well as they should: see “Members”.`]
}
