import { describedDetector, detectorName as partsOf } from '../../main/contract/detectorNames.ts'
import { importedName } from '../../main/contract/importedScores.ts'
import type { DetectorDescription, Score } from '../../main/contract/scores.ts'
import { t } from '../words/words.ts'

type Described = Pick<DetectorDescription, 'id' | 'name'>

/** What a detector is called, its encoder with it; scores from elsewhere have the name that they were imported under. */
export function detectorName(id: string, described: readonly Described[]): string {
  const imported = importedName(id)
  return imported === null ? (describedDetector(described, id)?.name ?? id) : t('{name} (imported)', { name: imported })
}

/** The latest score of each detector and encoder, in the order of the detectors; those of no known detector after them. */
export function latestByDetector(scores: readonly Score[], described: readonly Described[]): Score[] {
  const place = ({ detector }: Score) => {
    const at = described.findIndex(({ id }) => id === partsOf(detector).id)
    return at < 0 ? described.length : at
  }
  const latest = [...new Map(scores.map((score) => [score.detector, score])).values()]
  return latest.sort((a, b) => place(a) - place(b))
}
