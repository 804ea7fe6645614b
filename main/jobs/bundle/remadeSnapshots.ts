import { mkdir, stat } from 'node:fs/promises'
import path from 'node:path'
import { EngineFailure } from '../../contract/errors.ts'
import type { ArchiveProgress } from '../../contract/jobs.ts'
import type { Redecoded } from '../../datasets/redecode.ts'
import type { JobRun } from '../queue/job.ts'
import type { Unpacked } from '../project/unpack.ts'
import { type BundledSet, bundledSets } from './bundledSets.ts'

type ReadingRun = JobRun<'restore' | 'verify'>

/** The originals of a set, read and decoded once more. `file`: their pixels, where `found` has their hash. */
export interface RemadeSnapshot { set: BundledSet; file: string; found: Redecoded }

/**
 * Decodes the originals of a bundle's sets as their imports did, from the folder that the job names: each set from the
 * folder of its own name in there, where that is one.
 * @throws EngineFailure where a folder cannot be read; AbortError where the job was cancelled
 */
export async function remadeSnapshots(run: ReadingRun, unpacked: Unpacked, images: string): Promise<RemadeSnapshot[]> {
  const folder = path.join(unpacked.directory, 'remade')
  await mkdir(folder)
  const remade: RemadeSnapshot[] = []
  for (const [i, set] of (await bundledSets(unpacked)).entries()) {
    const file = path.join(folder, `${i}-${set.snapshot}`)
    remade.push({ set, file, found: await decodeAgain(run, set, await placeOf(set, images), file) })
  }
  return remade
}

async function placeOf({ source }: BundledSet, images: string): Promise<string> {
  const own = path.join(images, path.basename(source))
  return await stat(own).then(() => own, () => images)
}

async function decodeAgain(run: ReadingRun, set: BundledSet, source: string, target: string): Promise<Redecoded> {
  const { unlabelled, rows, shape, images } = set
  const end = await run.work({ kind: 'pixels', source, unlabelled, rows, shape, images, target }, {
    threads: 1, onProgress: (progress) => run.progress({ kind: 'archive', ...progress } as ArchiveProgress),
  }, 'pixels')
  if (end.type === 'failed') throw new EngineFailure('BAD_INPUT', end.failure.message, end.failure.hint)
  if (end.type !== 'done') throw new DOMException('The job was interrupted.', 'AbortError')
  return end.result as Redecoded
}

/**
 * The pixels that a bundle was packed without, from the originals: files by the names of their artefacts.
 * @throws EngineFailure BAD_INPUT where no originals are named, or they do not give these pixels
 */
export async function snapshotsFromImages(run: JobRun<'restore'>, unpacked: Unpacked): Promise<Record<string, string>> {
  const { images } = run.request
  if (images === undefined) throw needsImages()
  const remade = await remadeSnapshots(run, unpacked, images)
  remade.forEach((one) => refuseOther(one, images))
  return Object.fromEntries(remade.map(({ set, file }) => [set.snapshot, file]))
}

/** What is said of a bundle that cannot be used without its images. */
export function needsImages(): EngineFailure {
  return new EngineFailure('BAD_INPUT', 'The bundle was made without pixels, so the images themselves are needed.',
    'Name the folder that they lie in: with --images on the command line.')
}

function refuseOther({ set, found }: RemadeSnapshot, images: string): void {
  if (found.sha256 !== null && set.snapshot.startsWith(found.sha256)) return
  const { missing, different, example } = found
  const why = example === null
    ? 'they are decoded to other pixels here' : `of ${set.images} images ${missing} are missing and ${different} are different, "${example}" the first`
  throw new EngineFailure('BAD_INPUT', `The images in ${images} do not give the pixels of "${set.name}": ${why}.`,
    'Name the folder with the images as they were imported, or take a bundle with pixels.')
}
