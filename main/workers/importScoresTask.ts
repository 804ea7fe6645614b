import { createHash } from 'node:crypto'
import { mkdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import type { ImageRow } from '../datasets/importRequest.ts'
import { readLines } from '../datasets/lines.ts'
import { ImportError } from '../datasets/problems.ts'
import { readScoreList } from '../datasets/scoreList.ts'
import { UNCOUNTED } from '../metrics/judgedMarks.ts'
import type { Channel } from './channel.ts'
import { writeNumbers, writeWhole } from './floatFiles.ts'
import { importedThreshold } from './importedThreshold.ts'
import { marksOf, measureMarks } from './measures.ts'
import type { ImportedScores, ImportScoresTask } from './messages.ts'
import { readAssignment } from './runImages.ts'

/** What is kept of a file of scores beside the scores: which it was, and which images it says nothing of. */
export interface ImportedFit { name: string; file: string; sha256: string; missing: number[] }

/** Scores in the order of the images, and what did not fit: positions without a score, paths that are no image. */
interface Matched { scores: Float32Array; missing: number[]; example: string; strangers: string[] }

/**
 * Reads scores from elsewhere and measures them as ours. An image without a score is refused, or with `partial` gets the
 * lowest, so that it ranks last and is never flagged, and it counts in no figure.
 */
export async function importScores(job: ImportScoresTask, channel: Channel): Promise<ImportedScores> {
  channel.progress({ phase: 'scoring', done: 0, total: job.images.snapshot.images })
  const matched = await match(job)
  refuseMissing(matched, job)
  const assignment = await readAssignment(job.images)
  const marks = marksOf(assignment)
  for (const position of matched.missing) marks[position] = UNCOUNTED
  const chosen = importedThreshold(matched, assignment, job.falsePositiveRate)
  const threshold = job.threshold ?? chosen.threshold
  return {
    ...await writeFiles(job, matched), threshold, metrics: measureMarks(matched.scores, marks),
    flagged: matched.scores.reduce((count, score) => count + Number(score > threshold.value), 0),
    warnings: [...(job.threshold ? [] : chosen.warnings), ...warningsFor(matched)],
  }
}

async function match({ file, rows, images, threshold }: ImportScoresTask): Promise<Matched> {
  const listed = await readScoreList(file)
  const scores = new Float32Array(images.snapshot.images)
  const matched: Matched = { scores, missing: [], example: '', strangers: [] }
  const lowest = listed.values().reduce((least, score) => Math.min(least, score), threshold?.value ?? Infinity)
  for await (const { position, path: name } of readLines<ImageRow>(rows)) {
    const score = listed.get(name)
    scores[position] = score ?? lowest
    if (score === undefined) matched.missing.push(position)
    if (score === undefined) matched.example ||= name
    listed.delete(name)
  }
  return { ...matched, strangers: listed.keys().toArray() }
}

function refuseMissing({ missing, example }: Matched, { images, partial }: ImportScoresTask): void {
  const all = images.snapshot.images
  if (missing.length === all) {
    throw new ImportError('SCORES', `None of the scores is of an image of this set, such as "${example}".`,
      'The paths are those of the image set, relative to its source: see its images.')
  }
  if (missing.length === 0 || partial) return
  throw new ImportError('SCORES', `${missing.length} of the ${all} images have no score, such as "${example}".`,
    'Give every image one; or take the file as partial: an image without a score then ranks last and counts in no figure.')
}

async function writeFiles(job: ImportScoresTask, { scores, missing }: Matched) {
  await mkdir(job.directory, { recursive: true })
  const at = (name: string) => path.join(job.directory, name)
  const files = { scores: at('scores.f32'), fit: at('fit.json'), nearest: at('nearest.i16') }
  const sha256 = createHash('sha256').update(await readFile(job.file)).digest('hex')
  const fit: ImportedFit = { name: job.name, file: path.basename(job.file), sha256, missing }
  await writeNumbers(files.scores, scores)
  await writeNumbers(files.nearest, new Int16Array(scores.length).fill(-1))
  await writeWhole(files.fit, JSON.stringify(fit))
  return files
}

function warningsFor({ missing, example, strangers, scores }: Matched): string[] {
  const warnings = []
  if (missing.length > 0) {
    warnings.push(`${missing.length} of the ${scores.length} images have no score of their own, such as "${example}": `
      + 'they have the lowest of all, are never flagged, and count in no figure.')
  }
  if (strangers.length > 0) {
    warnings.push(`The file has scores of ${strangers.length} images that the set does not have, such as "${strangers[0]}".`)
  }
  return warnings
}
