import path from 'node:path'
import type { Detector, FitImages, MemberView } from '../detectors/detector.ts'
import { detectors } from '../detectors/registry.ts'
import { FOREIGN, findingsOf, foreignRule, LABEL_ISSUE, listOrder } from '../labels/findings.ts'
import { foreignScores } from '../labels/foreign.ts'
import { foreignDetector } from '../labels/foreignDetector.ts'
import { type Judgement, judgement } from '../labels/judgement.ts'
import { clearIssues, clearRule, confidentIssues, confidentRule } from '../labels/labelIssues.ts'
import { outOfFoldLogProbabilities, type Panel, panelsOf } from '../labels/outOfFold.ts'
import { plainEncodings } from '../models/encoding.ts'
import type { EncodingName } from '../models/encodingNames.ts'
import { foldOfMember } from '../models/folds.ts'
import type { SnapshotReader } from '../datasets/snapshotReader.ts'
import type { Channel } from './channel.ts'
import { writeNumbers } from './floatFiles.ts'
import { completeEncodings, loadMember, memberView } from './memberFiles.ts'
import type { LabelsJob, LabelsResult } from './messages.ts'
import { type Assignment, knownPositions, openReader, readAssignment, readFolds, TEST, TRAIN, VALIDATION } from './runImages.ts'

/** Judges the label of every image of a known class by the members that never saw it, and leaves a `LabelsResult`. */
export async function runLabels(job: LabelsJob, channel: Channel): Promise<LabelsResult> {
  const assignment = await readAssignment(job.images)
  const foldOf = await readFolds(job.images, assignment, job.settings)
  if (!foldOf) throw new Error('Labels are judged by the members of a run with folds.')
  const pixels = openReader(job.images)
  try {
    const detector = foreignDetectorOf(job)
    const { views, encodings } = await viewMembers(job, detector, pixels, channel)
    channel.progress({ phase: 'scoring', done: 0, total: 1 })
    const panels = panelsOf(judgedPositions(assignment), foldOf, leftOut(job))
    const { judged, issues, rule } = judgeLabels(views, panels, assignment)
    const foreign = detector
      ? await foreignScores(detector, { views, pixels }, fitImages(assignment, job), panels)
      : new Float64Array(judged.scores.length).fill(NaN)
    const rules = { labelIssue: rule, foreign: detector ? foreignRule : 'none are looked for' }
    return { encodings, rules, ...(await write(job, judged, foreign, findingsOf(issues, foreign))) }
  } finally {
    pixels.close()
  }
}

/** The label-issue scores, and which of them are issues by the rule for members of this kind. */
function judgeLabels(
  views: MemberView[], panels: Panel[], { knownOf }: Assignment,
): { judged: Judgement; issues: Uint8Array; rule: string } {
  const { classes, latent } = views[0]
  const said = outOfFoldLogProbabilities(views, panels)
  const judged = judgement(said, knownOf, classes)
  if (latent) return { judged, issues: clearIssues(judged), rule: clearRule }
  return { judged, issues: confidentIssues(said, knownOf, classes), rule: confidentRule }
}

/** The fold that each member left out. */
const leftOut = ({ members, settings }: LabelsJob): number[] =>
  members.map(({ index }) => foldOfMember(index, settings.training.folds!))

/** Every image of a known class, whatever its split. */
function judgedPositions(assignment: Assignment): Uint32Array {
  return Uint32Array.from([TRAIN, VALIDATION, TEST].flatMap((split) => [...knownPositions(assignment, split)])).sort()
}

/** Other members than class-latent VAEs are read by the first detector that reads what such members say, if there is one. */
function foreignDetectorOf({ settings: { model }, images: { known } }: LabelsJob): Detector | undefined {
  return [foreignDetector as Detector, ...detectors.values()].find(({ description: { models, reads, fewestClasses } }) =>
    reads !== 'pixels' && models.includes(model.kind) && fewestClasses <= known.length)
}

function fitImages(assignment: Assignment, { images: { known }, settings: { seed } }: LabelsJob): FitImages {
  return {
    train: knownPositions(assignment, TRAIN), validation: knownPositions(assignment, VALIDATION),
    classOf: assignment.knownOf, classes: known.length, seed,
  }
}

/** What the members say of the images; what they had not said before is made and left as files too. */
async function viewMembers(
  { members, directory, settings: { model, device } }: LabelsJob, detector: Detector | undefined, pixels: SnapshotReader,
  channel: Channel,
): Promise<{ views: MemberView[]; encodings: LabelsResult['encodings'] }> {
  const names: EncodingName[] = [...new Set([...plainEncodings(model.kind), ...(detector?.encodings ?? [])])]
  const isWhole = (member: LabelsJob['members'][number]) => names.every((name) => member.encodings[name])
  if (!members.every(isWhole)) await (await import('../compute/devices.ts')).openDevice(device)
  const [views, encodings]: [MemberView[], LabelsResult['encodings']] = [[], []]
  for (const [m, files] of members.entries()) {
    const member = await loadMember(files)
    const done = (count: number) =>
      channel.progress({ phase: 'encoding', done: m * pixels.count + count, total: members.length * pixels.count })
    const whole = await completeEncodings(member, files.encodings, pixels, names, directory, done)
    if (!isWhole(files)) encodings.push({ key: member.key, files: whole })
    views.push(await memberView(member, whole, names))
  }
  return { views, encodings }
}

type Written = Omit<LabelsResult, 'encodings' | 'rules'>

async function write(
  { directory, images: { known } }: LabelsJob, judged: Judgement, foreign: Float64Array, found: Uint8Array,
): Promise<Written> {
  const order = listOrder(judged, foreign, found)
  const vectors = {
    order, scores: Float32Array.from(judged.scores), foreign: Float32Array.from(foreign),
    suggested: judged.suggested.map((one) => known[one] ?? -1), findings: found,
  }
  const files = Object.entries(vectors).map(([name, vector]) => [name, path.join(directory, `${name}.bin`), vector] as const)
  for (const [, file, vector] of files) await writeNumbers(file, vector)
  const at = Object.fromEntries(files.map(([name, file]) => [name, file])) as Record<keyof typeof vectors, string>
  const count = (finding: number) => found.filter((one) => one === finding).length
  return { ...at, images: order.length, issues: count(LABEL_ISSUE), strangers: count(FOREIGN) }
}
