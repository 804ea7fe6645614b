import { rocCurve } from '../metrics/rocCurve.ts'
import type { RocPoint } from './charts/rocChart.ts'
import { rolesOfLabels } from './ranking.ts'
import type { ReportInput } from './reportInput.ts'

/** The ROC curve over the test images: known classes against held-out ones, which are the positive class. */
export function testCurve({ scores, labels, splits, ...classes }: ReportInput): RocPoint[] {
  const roleOf = rolesOfLabels(classes)
  const compared = [...scores.keys()].filter(
    (i) => splits[i] === 2 && ['known', 'held-out'].includes(roleOf(labels[i])),
  )
  const curve = rocCurve(
    compared.map((i) => scores[i]),
    compared.map((i) => roleOf(labels[i]) === 'held-out'),
  )
  return Array.from(curve.falsePositiveRates, (falsePositiveRate, i) => ({
    falsePositiveRate,
    truePositiveRate: curve.truePositiveRates[i],
  }))
}
