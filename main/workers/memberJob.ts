import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { cardMemoryOf } from '../compute/cards/findCards.ts'
import type { Device } from '../compute/device.ts'
import { openDevice } from '../compute/devices.ts'
import { type ClassGaussians, fitClassGaussians } from '../detectors/gaussians.ts'
import { type Checkpoint, checkpointBytes, readCheckpoint } from '../models/checkpoint.ts'
import { encodeImages, plainEncodings } from '../models/encoding.ts'
import type { EncodingName, Encodings } from '../models/encodingNames.ts'
import { learnedMeans } from '../models/memberDescription.ts'
import { epochsOf, type MemberRun, stepsOf } from '../models/memberRun.ts'
import { countParameters } from '../models/parameters.ts'
import { finalParameters, trainMember } from '../models/training.ts'
import type { Channel } from './channel.ts'
import { writeNumbers, writeWhole } from './floatFiles.ts'
import type { TrainedMember } from './memberFiles.ts'
import { memberHealth } from './memberHealth.ts'
import { memberFailure } from './memberFailure.ts'
import { beginNote, deviceText, earlyNote } from './memberNotes.ts'
import { memberPreviews } from './memberPreview.ts'
import { memberRun } from './memberRun.ts'
import type { EncodingFiles, MemberJob, MemberResult } from './messages.ts'
import { residentPeak } from './residentPeak.ts'
import { type Assignment, memberPositions, openReader, readAssignment, trainingImages } from './runImages.ts'
import { trainingWatch } from './trainingMessages.ts'

const CHECKPOINT = 'checkpoint.bin'

/** Trains the job's member, encodes the whole snapshot with it, and leaves the files of a `MemberResult`. */
export async function runMember(job: MemberJob, channel: Channel): Promise<MemberResult | 'paused'> {
  const device = await openDevice(job.settings.device)
  const assignment = await readAssignment(job.images)
  const train = await memberPositions(job, assignment)
  const reader = openReader(job.images)
  const run = memberRun(job, trainingImages(assignment, train, reader, job.settings.model.kind))
  const watch = trainingWatch(channel, run, (at) => writeWhole(path.join(job.directory, CHECKPOINT), checkpointBytes(at)))
  const previews = memberPreviews(job, run, assignment, channel)
  if (previews) watch.look = (parameters, at) => previews.look(parameters, at)
  try {
    const from = await oldCheckpoint(job.directory)
    channel.note(beginNote(device, run, from))
    if (device.fallback !== null) channel.note(device.fallback)
    const { checkpoint, finished } = await trainMember(run, watch, from)
    if (!finished) return 'paused'
    const result = await finish(job, run, checkpoint, assignment, device, channel)
    return previews ? { ...result, preview: await previews.last(checkpoint) } : result
  } catch (error) {
    throw memberFailure(error)
  } finally {
    reader.close()
  }
}

/** The checkpoint that an interrupted run left; null where there is none. */
async function oldCheckpoint(directory: string): Promise<Checkpoint | null> {
  try {
    return readCheckpoint(await readFile(path.join(directory, CHECKPOINT)))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}

async function finish(
  job: MemberJob, run: MemberRun, checkpoint: Checkpoint, assignment: Assignment, device: Device, channel: Channel,
): Promise<MemberResult> {
  const early = earlyNote(run, checkpoint)
  if (early) channel.note(early)
  const flat = finalParameters(run.plan, checkpoint)
  const parameters = countParameters(run.model.slots)
  const priorMeans = learnedMeans(run.model, flat)
  const encodings = await encodeAll(job, run, checkpoint, flat.subarray(0, parameters), channel)
  const gaussians = gaussiansOf(run, encodings)
  const description: TrainedMember = {
    format: 'lacuna-member-1', member: run.member, kind: run.model.kind, classes: run.model.classes,
    network: run.model.network, objective: run.model.objective, plan: run.plan, priorMeans, parameters,
    curve: checkpoint.curve, seconds: checkpoint.seconds, threads: device.threads, device: device.name, fallback: device.fallback,
    runtime: device.runtime, gaussians,
  }
  const at = (name: string) => path.join(job.directory, name)
  await writeNumbers(at('weights.f32'), flat.slice(0, parameters))
  await writeWhole(at('member.json'), JSON.stringify(description))
  return {
    weights: at('weights.f32'), description: at('member.json'), encodings: await writeEncodings(encodings, at),
    parameters, seconds: checkpoint.seconds, curve: checkpoint.curve, device: deviceText(device),
    health: memberHealth(run, priorMeans, gaussians, encodings, assignment), memory: residentPeak(),
    cardBytes: device.kind === 'gpu' ? await cardMemoryOf(process.pid) : null,
  }
}

/** What the member says of every image of its own snapshot. */
function encodeAll(
  job: MemberJob, run: MemberRun, { epoch, step, curve }: Checkpoint, parameters: Float32Array, channel: Channel,
): Promise<Encodings> {
  const images = { count: job.images.snapshot.images, read: run.images.read }
  const steps = epochsOf(run) * stepsOf(run)
  const rest = { loss: curve.at(-1)?.loss ?? null, imagesPerSecond: null, secondsLeft: null }
  return encodeImages(run.model, parameters, images, plainEncodings(run.model.kind), () => {
    channel.progress({ phase: 'encoding', epoch, epochs: epochsOf(run), step, steps, ...rest })
  })
}

function gaussiansOf({ model, images }: MemberRun, { means }: Encodings): ClassGaussians | null {
  return means ? fitClassGaussians(means, model.network.latent, images.classOf, model.classes, images.train) : null
}

async function writeEncodings(encodings: Encodings, at: (name: string) => string): Promise<EncodingFiles> {
  const files: EncodingFiles = {}
  for (const name of Object.keys(encodings) as EncodingName[]) {
    files[name] = at(`${name}.f32`)
    await writeNumbers(files[name], encodings[name]!)
  }
  return files
}
