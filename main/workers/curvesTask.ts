import type { CurveBands } from '../contract/curves.ts'
import { curveBands } from '../metrics/curveBands.ts'
import { delongInterval } from '../metrics/delong.ts'
import { UNCOUNTED } from '../metrics/judgedMarks.ts'
import { tableOf } from '../metrics/scoreTable.ts'
import { stream } from '../models/random.ts'
import { countedImages } from './countedImages.ts'
import type { CurvesTask } from './messages.ts'

const confidence = 0.95
/** Up to where false alarms are few: what the logarithmic axis is for. */
const partialRate = 0.05

/** How sure a score's curves are; null where there are no anomalies or no normals. */
export async function curves({ verdicts, seed, ...files }: CurvesTask): Promise<CurveBands | null> {
  const { scores, marks } = await countedImages(files, verdicts)
  const rows = marks.keys().filter((i) => marks[i] !== UNCOUNTED).toArray()
  const [counted, truth] = [rows.map((i) => scores[i]), rows.map((i) => marks[i])]
  const anomalies = truth.reduce((sum, mark) => sum + mark, 0)
  const fewest = Math.min(anomalies, truth.length - anomalies)
  if (fewest === 0) return null
  const resamples = resamplesFor(rows.length)
  const options = { resamples, confidence, partialRate }
  const bands = curveBands(tableOf(counted, truth), stream(`seed-${seed}/curve-bands`), options)
  return { ...bands, ...options, auroc: fewest < 2 ? null : auroc(counted, truth) }
}

/** A thousand, and as many as twenty million images in all allow: a second or two. */
const resamplesFor = (images: number) => Math.round(Math.min(1000, Math.max(200, 20_000_000 / images)))

function auroc(scores: number[], marks: number[]): CurveBands['auroc'] {
  const { estimate, lower, upper } = delongInterval(scores, marks, { confidence })
  return { estimate, lower, upper }
}
