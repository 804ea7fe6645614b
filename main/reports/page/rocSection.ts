import { rocChart, thinned } from '../charts/rocChart.ts'
import type { RocPoint } from '../charts/rocChart.ts'
import { testCurve } from '../testCurve.ts'
import { area, percent } from '../text.ts'
import { html, nothing } from './markup.ts'
import type { Markup } from './markup.ts'
import { share } from './openingText.ts'
import type { PageContent } from './pageContent.ts'

/** The ROC curve over the test images, where some of them are anomalies by their label. */
export function rocSection({ input, counts: { roles } }: PageContent): Markup {
  const { metrics } = input
  if (!metrics) return nothing
  const [low, high] = metrics.aurocInterval.map(area)
  const threshold: RocPoint = {
    falsePositiveRate: share(roles.known.test),
    truePositiveRate: share(roles['held-out'].test),
  }
  const words = `AUROC ${area(metrics.auroc)} (95 % interval ${low} to ${high}).`
  const chart = rocChart(thinned(testCurve(input)), threshold, {
    id: 'roc-chart',
    width: 520,
    height: 430,
    title: 'ROC curve',
    description: `${words} ${atThreshold(threshold)}`,
  })
  return html`<section aria-labelledby="roc"><h2 id="roc">Receiver operating characteristic</h2>
    <figure>${chart}<figcaption><strong>${words}</strong> ${atThreshold(threshold)}</figcaption></figure>
    </section>`
}

function atThreshold({ falsePositiveRate, truePositiveRate }: RocPoint): string {
  return (
    `At the threshold (the ring) ${percent(truePositiveRate)} of the anomalies are flagged, and `
    + `${percent(falsePositiveRate)} of the normal images.`
  )
}
