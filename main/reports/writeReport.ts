import { mkdir, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import type { ReportProgress } from '../contract/jobs.ts'
import type { ReportJob } from '../workers/messages.ts'
import { countImages } from './counts.ts'
import { readGallery } from './gallery.ts'
import { gatherFiles, type ReportFile } from './reportFiles.ts'
import { rankByScore } from './ranking.ts'
import { readReportInput } from './reportInput.ts'
import { viewSummary } from './reportSummary.ts'
import { topImages } from './topImages.ts'

export type Progress = (progress: Omit<ReportProgress, 'kind'>) => void

/** Absolute paths of what was written, and what a reader must know: what was left out, and what there is no program for. */
export interface WrittenReport { files: string[]; notes: string[] }

/**
 * Writes a report's files into the job's directory, as far as its formats are wanted: each under a temporary name first,
 * and all renamed at the end, so that a report is there as a whole or is the one before.
 */
export async function writeReport(job: ReportJob, progress: Progress, cancelled: AbortSignal): Promise<WrittenReport> {
  const { files, notes } = await reportFiles(job, progress, cancelled)
  const placed = files.map((file) => ({ ...file, ...places(job.directory, file.name) }))
  try {
    for (const { name, draft, write } of placed) {
      cancelled.throwIfAborted()
      progress({ phase: phases[path.extname(name)] ?? 'page', done: 0, total: null })
      await mkdir(path.dirname(draft), { recursive: true })
      await write(draft)
    }
    cancelled.throwIfAborted()
    for (const { draft, file } of placed) await rename(draft, file)
    return { files: placed.map(({ file }) => file), notes }
  } finally {
    await Promise.all(placed.map(({ draft }) => rm(draft, { force: true })))
  }
}

const phases: Record<string, ReportProgress['phase']> = { '.pdf': 'printing', '.csv': 'ranking' }

function places(directory: string, name: string): { draft: string; file: string } {
  const file = path.resolve(directory, name)
  return { file, draft: path.join(path.dirname(file), `.${path.basename(file)}.${process.pid}.part`) }
}

async function reportFiles(
  job: ReportJob, progress: Progress, cancelled: AbortSignal,
): Promise<{ files: ReportFile[]; notes: string[] }> {
  const input = await readReportInput(job)
  const order = rankByScore(input.scores)
  progress({ phase: 'ranking', done: 0, total: order.length })
  const top = topImages(input, order, job.options.top)
  const total = top.all.length + top.known.length
  const tell = (done: number) => progress({ phase: 'thumbnails', done, total })
  const gallery = await readGallery(job, top, tell, cancelled)
  const { findings, options } = job
  return gatherFiles({
    content: { input, counts: countImages(input), view: viewSummary(input.summary), gallery, findings, options }, order, cancelled,
  })
}
