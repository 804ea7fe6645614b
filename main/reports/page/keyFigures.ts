import { area, count, figure, percent } from '../text.ts'
import { html } from './markup.ts'
import type { Markup } from './markup.ts'
import { share } from './openingText.ts'
import type { PageContent } from './pageContent.ts'

interface KeyFigure {
  term: string
  value: string
  note: string
}

/** The figures that are looked for first. */
export function keyFigures(content: PageContent): Markup {
  const figures = [...qualityFigures(content), ...sizeFigures(content)]
  return html`<dl class="figures">${figures.map(
    ({ term, value, note }) =>
      html`<div><dt>${term}</dt><dd>${value}</dd><dd class="note">${note}</dd></div>`,
  )}</dl>`
}

function qualityFigures({ input: { metrics } }: PageContent): KeyFigure[] {
  if (!metrics) return []
  return [
    {
      term: 'AUROC',
      value: area(metrics.auroc),
      note: `95 % interval ${metrics.aurocInterval.map(area).join(' to ')}`,
    },
    {
      term: 'AUPR-out',
      value: area(metrics.auprOut),
      note: `anomalies ranked first; AUPR-in ${area(metrics.auprIn)}`,
    },
    { term: 'FPR@95TPR', value: percent(metrics.fpr95), note: 'normals flagged to catch 95 % of anomalies' },
    {
      term: 'F1-max',
      value: area(metrics.f1Max),
      note: `${count(metrics.anomalies)} anomalies, ${count(metrics.normals)} normals`,
    },
  ]
}

function sizeFigures({ input, counts, view }: PageContent): KeyFigure[] {
  return [
    {
      term: 'Flagged',
      value: count(counts.flagged),
      note: `${percent(share(counts))} of ${count(counts.images)} images`,
    },
    {
      term: 'Threshold',
      value: figure(input.threshold),
      note: view.score?.threshold.rule ?? 'flagged above it',
    },
  ]
}
