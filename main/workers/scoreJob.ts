import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { detectorName } from '../contract/detectorNames.ts'
import type { Detector, Evidence, FeatureMatrix, FitImages, MemberView } from '../detectors/detector.ts'
import { nearestClasses } from '../detectors/nearestClasses.ts'
import { detectorNamed } from '../detectors/registry.ts'
import { plainEncodings } from '../models/encoding.ts'
import type { EncodingName } from '../models/encodingNames.ts'
import type { SnapshotReader } from '../datasets/snapshotReader.ts'
import type { Channel } from './channel.ts'
import { readFloats, writeNumbers, writeWhole } from './floatFiles.ts'
import { completeEncodings, type LoadedMember, loadMember, memberView } from './memberFiles.ts'
import type { EncodingFiles, ScoreJob, ScoreResult } from './messages.ts'
import { measure, thresholdOf } from './measures.ts'
import { type Assignment, knownPositions, openReader, readAssignment, TRAIN, VALIDATION } from './runImages.ts'

/** What a score job works on, read once. */
interface Scoring { job: ScoreJob; assignment: Assignment; evidence: Evidence; images: FitImages }

/** Encodes what is not encoded yet, applies each detector, and leaves the files of a `ScoreResult`. */
export async function runScore(job: ScoreJob, channel: Channel): Promise<ScoreResult> {
  const detectors = job.detectors.map((name) => detectorNamed(detectorName(name).id))
  detectors.forEach((detector) => {
    expectClasses(detector, job)
    expectMembers(detector, job)
  })
  const assignment = await readAssignment(job.images)
  const pixels = openReader(job.images)
  try {
    const { encodings, views } = await encodeMembers(job, detectors, pixels, channel)
    const scoring = { job, assignment, evidence: { views, pixels }, images: fitImages(assignment, job) }
    const scores: ScoreResult['scores'] = []
    for (const [i, detector] of detectors.entries()) {
      channel.progress({ phase: 'scoring', done: i, total: detectors.length })
      const features = await featuresFor(job.detectors[i], job)
      scores.push(await scoreWith(detector, job.detectors[i], { ...scoring, evidence: { ...scoring.evidence, features } }))
    }
    const nearest = await writeNearest(scoring)
    return { encodings, scores, nearest, warnings: warningsFor(scoring) }
  } finally {
    pixels.close()
  }
}

/** @throws Error with code and hint, as it is told to people */
export function expectClasses({ description }: Detector, { images: { known } }: Pick<ScoreJob, 'images'>): void {
  if (known.length >= description.fewestClasses) return
  throw Object.assign(
    new Error(`The detector "${description.id}" needs ${description.fewestClasses} known classes; there is ${known.length}.`),
    { code: 'TOO_FEW_CLASSES', hint: 'Take another detector: "lacuna detectors" says how many known classes each needs.' },
  )
}

function expectMembers({ description: { id, fewestMembers = 1 } }: Detector, { members }: ScoreJob): void {
  if (members.length >= fewestMembers) return
  throw Object.assign(
    new Error(`The detector "${id}" needs ${fewestMembers} members, and the ensemble has ${members.length}.`),
    { code: 'TOO_FEW_MEMBERS', hint: 'Train an ensemble of more members, or choose another detector.' },
  )
}

function fitImages(assignment: Assignment, { images: { known }, seed }: ScoreJob): FitImages {
  return {
    train: knownPositions(assignment, TRAIN), validation: knownPositions(assignment, VALIDATION),
    classOf: assignment.knownOf, classes: known.length, seed,
  }
}

async function encodeMembers(
  job: ScoreJob, detectors: Detector[], images: SnapshotReader, channel: Channel,
): Promise<{ encodings: ScoreResult['encodings']; views: MemberView[] }> {
  const members = await Promise.all(job.members.map(loadMember))
  const names = encodingsFor(detectors, members[0])
  const incomplete = job.members.some(({ encodings }) => names.some((name) => !encodings[name]))
  if (incomplete || detectors.some(({ multiplies }) => multiplies)) {
    await (await import('../compute/devices.ts')).openDevice(job.device)
  }
  const total = images.count * members.length
  const encodings: { key: string; files: EncodingFiles }[] = []
  const views: MemberView[] = []
  for (const [m, member] of members.entries()) {
    const done = (count: number) => channel.progress({ phase: 'encoding', done: m * images.count + count, total })
    const files = await completeEncodings(member, job.members[m].encodings, images, names, job.directory, done)
    encodings.push({ key: member.key, files })
    views.push(await memberView(member, files, names))
  }
  return { encodings, views }
}

/** What the detectors want of each member, and what every score has: its nearest class. */
function encodingsFor(detectors: Detector[], { description: { kind } }: LoadedMember): EncodingName[] {
  return [...new Set([...plainEncodings(kind ?? 'cl-vae'), ...detectors.flatMap((detector) => detector.encodings)])]
}

/** What the encoder that a detector names says of the images. */
async function featuresFor(detector: string, { features = {} }: ScoreJob): Promise<FeatureMatrix | null> {
  const { encoder } = detectorName(detector)
  return encoder === null ? null : { width: features[encoder].width, values: await readFloats(features[encoder].file) }
}

/** @param id the detector's name, with its encoder where it reads one */
async function scoreWith(
  detector: Detector, id: string, { job, assignment, evidence, images }: Scoring,
): Promise<ScoreResult['scores'][number]> {
  const at = (name: string) => path.join(job.directory, `${id}-${name}`)
  const fit = job.fits ? JSON.parse(await readFile(job.fits[id], 'utf8')) : await detector.fit(evidence, images)
  const scores = Float32Array.from(await detector.score(evidence, fit))
  const threshold = job.thresholds ? job.thresholds[id] : thresholdOf(scores, images, job.falsePositiveRate)
  await writeNumbers(at('scores.f32'), scores)
  await writeWhole(at('fit.json'), JSON.stringify(fit))
  const flagged = scores.reduce((count, score) => count + Number(score > threshold), 0)
  return { detector: id, scores: at('scores.f32'), fit: at('fit.json'), threshold, flagged, metrics: measure(scores, assignment) }
}

/** The nearest known class of each image, as the members' averaged confidence has it. */
async function writeNearest({ job, evidence: { views } }: Scoring): Promise<string> {
  const file = path.join(job.directory, 'nearest.i16')
  const { known } = job.images
  const nearest = nearestClasses(views).map((one) => views[0].classes === known.length ? known[one] : -1)
  await writeNumbers(file, nearest)
  return file
}

function warningsFor({ images, job }: Scoring): string[] {
  if (job.thresholds || images.validation.length >= 20) return []
  return [`Only ${images.validation.length} known validation images: the threshold for flagging rests on the training images and is too low for new ones.`]
}
