import path from 'node:path'
import { mkdir } from 'node:fs/promises'
import type { MemberView } from '../../detectors/detector.ts'
import { detectorNamed } from '../../detectors/registry.ts'
import type { ImageReader } from '../../models/encoding.ts'
import type { EncodingName } from '../../models/encodingNames.ts'
import type { Channel } from '../channel.ts'
import { completeEncodings, loadMember, type LoadedMember, memberView } from '../memberFiles.ts'
import type { CellJob } from '../messages.ts'

/** The members of a cell; the device is opened only where something must be encoded or multiplied. */
export async function loadMembers(job: CellJob): Promise<LoadedMember[]> {
  const names = encodingsFor(job)
  const isMissing = job.members.some(({ encodings }) => names.some((name) => !encodings[name]))
  const multiplies = job.detectors.some((id) => detectorNamed(id).multiplies)
  if (isMissing || multiplies || (job.probe && names.length > 0))
    await (await import('../../compute/devices.ts')).openDevice(job.device)
  return Promise.all(job.members.map(loadMember))
}

/** What each member says of some images, as far as the cell's detectors want to know it. */
export async function encodeFor(
  members: LoadedMember[], job: CellJob, images: ImageReader, whose: 'own' | 'probe', channel: Channel,
): Promise<MemberView[]> {
  const directory = path.join(job.directory, whose)
  await mkdir(directory, { recursive: true })
  const names = encodingsFor(job)
  const views: MemberView[] = []
  for (const [m, member] of members.entries()) {
    const done = (count: number) =>
      channel.progress({ phase: 'encoding', done: m * images.count + count, total: images.count * members.length })
    const have = whose === 'own' ? job.members[m].encodings : {}
    views.push(await memberView(member, await completeEncodings(member, have, images, names, directory, done), names))
  }
  return views
}

function encodingsFor({ detectors }: CellJob): EncodingName[] {
  return [...new Set(detectors.flatMap((id) => detectorNamed(id).encodings))]
}
