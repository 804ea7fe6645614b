import path from 'node:path'
import type { ReportOptions } from '../../contract/reports.ts'
import type { Score } from '../../contract/scores.ts'
import { follow } from '../progress/follow.ts'
import type { Session } from '../session.ts'

export interface Report {
  detector: string
  directory: string
  /** Null where a format was not asked for. */
  ranking: string | null
  summary: string | null
  page: string | null
  pdf: string | null
  files: string[]
  /** What a reader must know: what was left out, and what there is no program for. */
  notes: string[]
}

/**
 * Writes the report of each score: the first into `folder` itself, any other into a folder of its detector's
 * name.
 */
export async function reportSteps(session: Session, scores: Score[], folder: string, top?: number): Promise<Report[]> {
  const reports: Report[] = []
  for (const [i, score] of scores.entries()) {
    const own = i === 0 ? folder : path.join(folder, score.detector)
    reports.push(await reportStep(session, score, own, { top }))
  }
  return reports
}

/** Writes one score's report into a folder. */
export async function reportStep(
  session: Session, score: Score, directory: string, options: Partial<ReportOptions> = {},
): Promise<Report> {
  const { jobId } = await session.api.scores.report({ ...options, id: score.id, directory })
  const { result } = await follow(session, jobId)
  const { files, notes } = result as { files: string[]; notes: string[] }
  const named = (name: string) => files.find((file) => path.basename(file) === name) ?? null
  return {
    detector: score.detector, directory, ranking: named('ranking.csv'), summary: named('summary.json'),
    page: named('index.html'), pdf: named('report.pdf'), files, notes,
  }
}
