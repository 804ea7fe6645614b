import type { SizeResult } from '../../contract/studies.ts'
import type { Detector } from '../../detectors/detector.ts'
import { aurocOf } from '../../metrics/auroc.ts'
import { tableOf } from '../../metrics/scoreTable.ts'
import type { CellJob } from '../messages.ts'
import { ofMembers } from './someEvidence.ts'
import { subEnsembles } from './subEnsembles.ts'
import { type CellEvidence, testScores } from './testScores.ts'

/**
 * The AUROC of sub-ensembles of each size by each detector that reads members, and works with so few: mean and
 * deviation over the draws.
 */
export async function measureSizes(
  detectors: Detector[], evidence: CellEvidence, { sizes, members, seed }: Pick<CellJob, 'sizes' | 'members' | 'seed'>,
): Promise<SizeResult[]> {
  const results: SizeResult[] = []
  for (const detector of detectors.filter(({ description }) => description.reads !== 'pixels')) {
    const { id, fewestMembers = 1 } = detector.description
    for (const size of sizes.filter((one) => one >= fewestMembers)) {
      const aurocs: number[] = []
      for (const chosen of subEnsembles(members.length, size, seed))
        aurocs.push(await aurocOfSome(detector, evidence, chosen))
      results.push({ detector: id, size, draws: aurocs.length, ...meanAndDeviation(aurocs) })
    }
  }
  return results
}

async function aurocOfSome(detector: Detector, evidence: CellEvidence, chosen: number[]): Promise<number> {
  const { own, normals, anomalies, images } = evidence
  const { tested, marks } = await testScores(detector, {
    images, own: ofMembers(own, chosen), normals: ofMembers(normals, chosen), anomalies: ofMembers(anomalies, chosen),
  })
  return aurocOf(tableOf(tested, marks))
}

/** The standard deviation has n - 1 in its denominator, and is 0 for a single draw. */
function meanAndDeviation(values: number[]): { auroc: number; deviation: number } {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0)
  return { auroc: mean, deviation: values.length > 1 ? Math.sqrt(squares / (values.length - 1)) : 0 }
}
