import { rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { ReportProgress } from '../contract/jobs.ts'
import type { ReportJob } from '../workers/messages.ts'
import { countImages } from './counts.ts'
import { readGallery } from './gallery.ts'
import { reportPage } from './page/page.ts'
import { rankByScore, rankedImages } from './ranking.ts'
import { writeRanking } from './rankingCsv.ts'
import { readReportInput } from './reportInput.ts'
import { viewSummary } from './reportSummary.ts'
import { summaryJson } from './summaryJson.ts'
import { topImages } from './topImages.ts'

type Progress = (progress: Omit<ReportProgress, 'kind'>) => void

const names = ['ranking.csv', 'summary.json', 'index.html']

/**
 * Writes ranking.csv, summary.json and index.html into the job's directory: each under a temporary name
 * first, and all renamed at the end, so that a report is there as a whole or is the one before.
 * @returns the absolute paths of the three
 */
export async function writeReport(
  job: ReportJob,
  progress: Progress,
  cancelled: AbortSignal,
): Promise<string[]> {
  const drafts = names.map((name) => path.join(job.directory, `.${name}.${process.pid}.part`))
  const files = names.map((name) => path.resolve(job.directory, name))
  try {
    await writeDrafts(job, drafts, progress, cancelled)
    cancelled.throwIfAborted()
    for (const [i, draft] of drafts.entries()) await rename(draft, files[i])
    return files
  } finally {
    await Promise.all(drafts.map((draft) => rm(draft, { force: true })))
  }
}

async function writeDrafts(
  job: ReportJob,
  [ranking, summary, page]: string[],
  progress: Progress,
  cancelled: AbortSignal,
): Promise<void> {
  const input = await readReportInput(job)
  const counts = countImages(input)
  const order = rankByScore(input.scores)
  progress({ phase: 'ranking', done: 0, total: order.length })
  await writeRanking(rankedImages(input, order), ranking, cancelled)
  await writeFile(summary, summaryJson(input, counts))
  const top = topImages(input, order, job.top)
  const total = top.all.length + top.known.length
  const gallery = await readGallery(
    job,
    top,
    (done) => progress({ phase: 'thumbnails', done, total }),
    cancelled,
  )
  progress({ phase: 'page', done: 0, total: null })
  await writeFile(page, reportPage({ input, counts, view: viewSummary(input.summary), gallery }))
}
