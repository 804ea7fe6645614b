import { importedName } from '../../main/contract/importedScores.ts'
import type { DetectorDescription, Score } from '../../main/contract/scores.ts'

type Described = Pick<DetectorDescription, 'id' | 'name'>

/** What a detector is called; scores from elsewhere have the name that they were imported under. */
export function detectorName(id: string, described: readonly Described[]): string {
  const imported = importedName(id)
  return imported === null ? (described.find((one) => one.id === id)?.name ?? id) : `${imported} (imported)`
}

/** The latest score of each detector, in the order of the detectors; those of no known detector after them. */
export function latestByDetector(scores: readonly Score[], described: readonly Described[]): Score[] {
  const known = described.map(({ id }) => id)
  const others = [...new Set(scores.map(({ detector }) => detector))].filter((id) => !known.includes(id))
  return [...known, ...others].flatMap((id) => scores.findLast(({ detector }) => detector === id) ?? [])
}
