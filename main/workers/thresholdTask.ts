import type { CountedShare, ThresholdFigures } from '../contract/thresholds.ts'
import { ANOMALY, NORMAL } from '../metrics/judgedMarks.ts'
import { wilsonInterval } from '../metrics/wilson.ts'
import { countedImages } from './countedImages.ts'
import type { ThresholdTask } from './messages.ts'
import { chooseThreshold } from './thresholdRules.ts'

/** What a rule gives as the threshold, and what that does to the test images. */
export async function threshold({ rule, verdicts, own, ...files }: ThresholdTask): Promise<ThresholdFigures> {
  const counted = await countedImages(files, verdicts)
  const chosen = await chooseThreshold(rule, counted, own)
  const { scores, marks, isTest } = counted
  const of = (wanted: (i: number) => boolean) => countAbove(scores, wanted, chosen.value)
  const [all, anomalies, normals] = [
    of((i) => isTest[i] === 1), of((i) => marks[i] === ANOMALY), of((i) => marks[i] === NORMAL),
  ]
  return {
    rule, ...chosen, flagged: share(all) ?? { count: 0, of: 0, lower: 0, upper: 1 },
    recall: share(anomalies), falsePositiveRate: share(normals),
    precision: share({ count: anomalies.count, of: anomalies.of > 0 && normals.of > 0 ? anomalies.count + normals.count : 0 }),
  }
}

interface Counted { count: number; of: number }

function countAbove(scores: Float32Array, wanted: (i: number) => boolean, value: number): Counted {
  const result = { count: 0, of: 0 }
  scores.forEach((score, i) => {
    if (!wanted(i)) return
    result.of++
    if (score > value) result.count++
  })
  return result
}

const share = ({ count, of }: Counted): CountedShare | null =>
  of === 0 ? null : { count, of, ...wilsonInterval(count, of) }
