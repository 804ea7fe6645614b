import type { MemberComparison } from '../../contract/members.ts'
import type { Evidence, FitImages } from '../../detectors/detector.ts'
import { detectorNamed } from '../../detectors/registry.ts'
import { someEvidence } from '../cell/someEvidence.ts'
import { marksOf } from '../measures.ts'
import { ANOMALY, UNCOUNTED } from '../../metrics/judgedMarks.ts'
import type { Channel } from '../channel.ts'
import { completeEncodings, loadMember, memberView } from '../memberFiles.ts'
import type { MembersJob } from '../messages.ts'
import { knownPositions, openReader, readAssignment, TRAIN, VALIDATION } from '../runImages.ts'
import { expectClasses } from '../scoreJob.ts'
import { compareMembers } from './compareMembers.ts'

/** Compares an ensemble's members by one detector over the test images of its own set. */
export async function runMembers(job: MembersJob, channel: Channel): Promise<MemberComparison> {
  expectClasses(detectorNamed(job.detector), job)
  const assignment = await readAssignment(job.images)
  const pixels = openReader(job.images)
  try {
    const own: Evidence = { pixels, views: await viewsFor(job, pixels, channel) }
    const images: FitImages = {
      train: knownPositions(assignment, TRAIN), validation: knownPositions(assignment, VALIDATION),
      classOf: assignment.knownOf, classes: job.images.known.length, seed: job.seed,
    }
    const counted = marksOf(assignment)
    const tests = Uint32Array.from(counted.keys().filter((i) => counted[i] !== UNCOUNTED))
    const marks = Array.from(tests, (position) => Number(counted[position] === ANOMALY))
    return await compareMembers(job, { own, images, tested: someEvidence(own, tests), marks })
  } finally {
    pixels.close()
  }
}

/** What the members say of the images; the device is opened only where something must be encoded or multiplied. */
async function viewsFor(job: MembersJob, pixels: ReturnType<typeof openReader>, channel: Channel): Promise<Evidence['views']> {
  const { encodings: names, multiplies } = detectorNamed(job.detector)
  const isMissing = job.members.some(({ encodings }) => names.some((name) => !encodings[name]))
  if (isMissing || multiplies) await (await import('../../compute/devices.ts')).openDevice(job.device)
  const views: Evidence['views'] = []
  for (const files of job.members) {
    const member = await loadMember(files)
    const done = (count: number) => channel.progress({ phase: 'encoding', done: count, total: pixels.count })
    const encodings = await completeEncodings(member, files.encodings, pixels, names, job.directory, done)
    views.push(await memberView(member, encodings, names))
  }
  return views
}
