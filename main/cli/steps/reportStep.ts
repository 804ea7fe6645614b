import path from 'node:path'
import type { Score } from '../../contract/scores.ts'
import { follow } from '../progress/follow.ts'
import type { Session } from '../session.ts'

export interface Report {
  detector: string
  directory: string
  ranking: string
  summary: string
  page: string
}

/**
 * Writes the report of each score: the first into `folder` itself, any other into a folder of its detector's
 * name.
 */
export async function reportSteps(
  session: Session,
  scores: Score[],
  folder: string,
  top?: number,
): Promise<Report[]> {
  const reports: Report[] = []
  for (const [i, score] of scores.entries()) {
    reports.push(await reportStep(session, score, i === 0 ? folder : path.join(folder, score.detector), top))
  }
  return reports
}

/** Writes ranking.csv, summary.json and index.html of one score into a folder. */
export async function reportStep(
  session: Session,
  score: Score,
  directory: string,
  top?: number,
): Promise<Report> {
  const { jobId } = await session.api.scores.report({ id: score.id, directory, top })
  await follow(session, jobId)
  return {
    detector: score.detector,
    directory,
    ranking: path.join(directory, 'ranking.csv'),
    summary: path.join(directory, 'summary.json'),
    page: path.join(directory, 'index.html'),
  }
}
