import { histogramSpan } from '../charts/histogram.ts'
import { histogramChart } from '../charts/histogramChart.ts'
import type { HistogramGroup } from '../charts/histogramChart.ts'
import { rolesOfLabels } from '../ranking.ts'
import type { Role } from '../ranking.ts'
import type { ReportInput } from '../reportInput.ts'
import { counted, figure } from '../text.ts'
import { lineLegend } from './legend.ts'
import { html, nothing } from './markup.ts'
import type { Markup } from './markup.ts'
import type { PageContent } from './pageContent.ts'

type NamedGroup = HistogramGroup & { label: string }

const looks: [Role, string, string, number[] | 'solid'][] = [
  ['known', 'known classes', 'var(--accent)', 'solid'],
  ['held-out', 'held out', 'var(--anomaly)', [7, 2]],
  ['left out', 'left out', 'var(--class-2)', [2, 2]],
  ['unlabelled', 'no label', 'var(--muted)', 'solid'],
]

/** How the scores of each role are spread, over the test images (or all, where none is a test image). */
export function histogramSection({ input }: PageContent): Markup {
  const tested = input.splits.includes(2)
  const groups = groupScores(input, tested)
  if (groups.length === 0) return nothing
  const span = histogramSpan(Float32Array.from(groups.flatMap((group) => group.scores)), input.threshold)
  const beyond = groups.flatMap((group) => group.scores).filter((score) => score > span[1]).length
  const chart = histogramChart(groups, span, input.threshold, {
    id: 'histogram-chart',
    width: 520,
    height: 430,
    title: 'Histogram of scores by role',
    description: groups.map((group) => `${group.label}: median ${figure(median(group.scores))}`).join('; '),
  })
  return html`<section aria-labelledby="histogram"><h2 id="histogram">Scores by role</h2><figure>${chart}
    <figcaption>${lineLegend([
      ...groups.map((group) => ({
        ...group,
        note: counted(group.scores.length, tested ? 'test image' : 'image'),
      })),
      { colour: 'var(--ink)', dash: [4, 3], label: 'threshold', note: figure(input.threshold) },
    ])}${
      beyond > 0
      && html`<p>The last bar on the right also holds ${counted(beyond, 'image')} with still higher
    scores.</p>`
    }</figcaption></figure></section>`
}

function groupScores(input: ReportInput, tested: boolean): NamedGroup[] {
  const roleOf = rolesOfLabels(input)
  const byRole = new Map<Role, number[]>(looks.map(([role]) => [role, []]))
  input.scores.forEach((score, i) => {
    if (!tested || input.splits[i] === 2) byRole.get(roleOf(input.labels[i]))!.push(score)
  })
  return looks
    .map(([role, label, colour, dash]) => ({ label, colour, dash, scores: byRole.get(role)! }))
    .filter((group) => group.scores.length > 0)
}

function median(values: number[]): number {
  return Float64Array.from(values).sort()[Math.floor(values.length / 2)]
}
