import type { Detector, Evidence, FitImages } from '../../detectors/detector.ts'
import type { CellRows } from './cellRows.ts'

/** All that a cell's detectors look at: the own images, and those of a probe where the anomalies are no own ones. */
export interface CellEvidence { own: Evidence; others: Evidence | null; images: FitImages; rows: CellRows }

/** Scores of the tested images, and for each of them 1 if it is an anomaly. */
export interface TestScores { tested: number[]; marks: number[] }

/** Fits a detector to the own training images, and scores the images that are tested. */
export async function testScores(detector: Detector, { own, others, images, rows }: CellEvidence): Promise<TestScores> {
  const fit = await detector.fit(own, images)
  const ownScores = await detector.score(own, fit)
  const otherScores = others ? await detector.score(others, fit) : ownScores
  const normals = Array.from(rows.normals, (row) => single(ownScores[row]))
  const anomalies = Array.from(rows.anomalies, (row) => single(otherScores[row]))
  return { tested: [...normals, ...anomalies], marks: [...normals.map(() => 0), ...anomalies.map(() => 1)] }
}

/** Rounded as scores are kept, so that a cell's figures are those of the same ensemble's stored scores. */
const single = (score: number): number => Math.fround(score)
