import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { Detector, FitImages, MemberView } from '../detectors/detector.ts'
import { nearestClasses } from '../detectors/latentDivergence.ts'
import { detectorNamed } from '../detectors/registry.ts'
import type { Channel } from './channel.ts'
import { writeNumbers, writeWhole } from './floatFiles.ts'
import { completeEncodings, loadMember, memberView } from './memberFiles.ts'
import type { EncodingFiles, ScoreJob, ScoreResult } from './messages.ts'
import { measure, thresholdOf } from './measures.ts'
import { type Assignment, knownPositions, openReader, readAssignment, TRAIN, VALIDATION } from './runImages.ts'

/** What a score job works on, read once. */
interface Scoring { job: ScoreJob; assignment: Assignment; views: MemberView[]; images: FitImages }

/** Encodes what is not encoded yet, applies each detector, and leaves the files of a `ScoreResult`. */
export async function runScore(job: ScoreJob, channel: Channel): Promise<ScoreResult> {
  const detectors = job.detectors.map(detectorNamed)
  detectors.forEach((detector) => expectClasses(detector, job))
  const assignment = await readAssignment(job.images)
  const { encodings, views } = await encodeMembers(job, detectors, channel)
  const scoring = { job, assignment, views, images: fitImages(assignment, job) }
  const scores: ScoreResult['scores'] = []
  for (const detector of detectors) {
    channel.progress({ phase: 'scoring', done: scores.length, total: detectors.length })
    scores.push(await scoreWith(detector, scoring))
  }
  const nearest = await writeNearest(scoring)
  return { encodings, scores, nearest, warnings: warningsFor(scoring) }
}

function expectClasses({ description }: Detector, { images: { known } }: ScoreJob): void {
  if (known.length >= description.fewestClasses) return
  throw Object.assign(
    new Error(`The detector "${description.id}" needs ${description.fewestClasses} known classes; there is ${known.length}.`),
    { code: 'TOO_FEW_CLASSES', hint: 'Choose the detector "divergence", which works with one class.' },
  )
}

function fitImages(assignment: Assignment, { images: { known } }: ScoreJob): FitImages {
  return {
    train: knownPositions(assignment, TRAIN), validation: knownPositions(assignment, VALIDATION),
    classOf: assignment.knownOf, classes: known.length,
  }
}

async function encodeMembers(
  job: ScoreJob, detectors: Detector[], channel: Channel,
): Promise<{ encodings: ScoreResult['encodings']; views: MemberView[] }> {
  const reconstruction = detectors.some((detector) => detector.description.reads === 'reconstruction')
  const missing = job.members.some(({ encodings }) => !encodings.means || (reconstruction && !encodings.reconstruction))
  if (missing) await (await import('../compute/tensorflow.ts')).loadTensorFlow()
  const reader = openReader(job.images)
  const images = { count: job.images.snapshot.images, read: (positions: Uint32Array) => reader.read(positions) }
  const total = images.count * job.members.length
  const encodings: { key: string; files: EncodingFiles }[] = []
  const views: MemberView[] = []
  for (const [m, files] of job.members.entries()) {
    const member = await loadMember(files)
    const done = (count: number) => channel.progress({ phase: 'encoding', done: m * images.count + count, total })
    const made = await completeEncodings(member, files.encodings, images, reconstruction, job.directory, done)
    encodings.push({ key: files.key, files: made })
    views.push(await memberView(member, made))
  }
  reader.close()
  return { encodings, views }
}

async function scoreWith(detector: Detector, { job, assignment, views, images }: Scoring): Promise<ScoreResult['scores'][number]> {
  const { id } = detector.description
  const at = (name: string) => path.join(job.directory, `${id}-${name}`)
  const fit = job.fits ? JSON.parse(await readFile(job.fits[id], 'utf8')) : detector.fit(views, images)
  const scores = Float32Array.from(detector.score(views, fit))
  const threshold = job.thresholds ? job.thresholds[id] : thresholdOf(scores, images, job.falsePositiveRate)
  await writeNumbers(at('scores.f32'), scores)
  await writeWhole(at('fit.json'), JSON.stringify(fit))
  const flagged = scores.reduce((count, score) => count + Number(score > threshold), 0)
  return { detector: id, scores: at('scores.f32'), fit: at('fit.json'), threshold, flagged, metrics: measure(scores, assignment) }
}

/** The nearest known class of each image, as the members' averaged confidence has it. */
async function writeNearest({ job, views }: Scoring): Promise<string> {
  const file = path.join(job.directory, 'nearest.i16')
  await writeNumbers(file, nearestClasses(views).map((known) => job.images.known[known]))
  return file
}

function warningsFor({ images, job }: Scoring): string[] {
  if (job.thresholds || images.validation.length >= 20) return []
  return [`Only ${images.validation.length} known validation images: the threshold for flagging rests on the training images and is too low for new ones.`]
}
