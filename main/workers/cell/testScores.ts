import type { Detector, Evidence, FitImages } from '../../detectors/detector.ts'

/** What the detectors of a cell look at: all own images to learn from, and those that are tested. */
export interface CellEvidence { own: Evidence; images: FitImages; normals: Evidence; anomalies: Evidence }

/** Scores of the tested images, and for each of them 1 if it is an anomaly. */
export interface TestScores { tested: number[]; marks: number[] }

/** Fits a detector to the own training images, and scores the images that are tested. */
export async function testScores(detector: Detector, evidence: CellEvidence): Promise<TestScores> {
  const fit = await detector.fit(evidence.own, evidence.images)
  const normals = Array.from(await detector.score(evidence.normals, fit), Math.fround)
  const anomalies = Array.from(await detector.score(evidence.anomalies, fit), Math.fround)
  // Rounded as scores are kept, so that a cell's figures are those of the same ensemble's stored scores.
  return { tested: [...normals, ...anomalies], marks: [...normals.map(() => 0), ...anomalies.map(() => 1)] }
}
