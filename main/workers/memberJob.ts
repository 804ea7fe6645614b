import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { describeDevice, type Device } from '../compute/device.ts'
import { loadTensorFlow } from '../compute/tensorflow.ts'
import { fitClassGaussians } from '../detectors/gaussians.ts'
import { architectureFor } from '../models/architecture.ts'
import { type Checkpoint, checkpointBytes, readCheckpoint } from '../models/checkpoint.ts'
import { memberMeans, memberStreamName } from '../models/classOrder.ts'
import { encodeImages } from '../models/encoding.ts'
import { learnedMeans } from '../models/memberDescription.ts'
import { memberModel } from '../models/memberModel.ts'
import { epochsOf, type MemberRun, stepsOf } from '../models/memberRun.ts'
import { countParameters } from '../models/parameters.ts'
import { finalParameters, trainMember } from '../models/training.ts'
import type { Channel } from './channel.ts'
import { writeNumbers, writeWhole } from './floatFiles.ts'
import type { TrainedMember } from './memberFiles.ts'
import { memberHealth } from './memberHealth.ts'
import { memberFailure } from './memberFailure.ts'
import type { MemberJob, MemberResult } from './messages.ts'
import { type Assignment, openReader, readAssignment, trainingImages } from './runImages.ts'
import { trainingWatch } from './trainingMessages.ts'

const CHECKPOINT = 'checkpoint.bin'

/** Trains the job's member, encodes the whole snapshot with it, and leaves the files of a `MemberResult`. */
export async function runMember(job: MemberJob, channel: Channel): Promise<MemberResult | 'paused'> {
  await loadTensorFlow()
  const device = await describeDevice()
  const assignment = await readAssignment(job.images)
  const reader = openReader(job.images)
  const run = memberRun(job, trainingImages(assignment, reader))
  const watch = trainingWatch(channel, run, (at) => writeWhole(path.join(job.directory, CHECKPOINT), checkpointBytes(at)))
  try {
    const { checkpoint, finished } = await trainMember(run, watch, await oldCheckpoint(job.directory))
    if (!finished) return 'paused'
    return await finish(job, run, checkpoint, assignment, device, channel)
  } catch (error) {
    throw memberFailure(error)
  } finally {
    reader.close()
  }
}

function memberRun(job: MemberJob, images: MemberRun['images']): MemberRun {
  const { model, objective, training, order, seed } = job.settings
  const network = architectureFor(model.architecture, job.images.snapshot, model.dense, model.latent)
  const member = memberStreamName(seed, job.index)
  const means = memberMeans(job.images.known.length, model.latent, objective.radius, order, member)
  return { model: memberModel(network, objective, means), images, plan: training, member }
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
  const flat = finalParameters(run.plan, checkpoint)
  const network = countParameters(run.model.slots)
  const priorMeans = learnedMeans(run.model, flat)
  const images = { count: job.images.snapshot.images, read: run.images.read }
  const ended = { epoch: checkpoint.epoch, epochs: epochsOf(run), step: checkpoint.step, steps: epochsOf(run) * stepsOf(run) }
  const rest = { loss: checkpoint.curve.at(-1)?.loss ?? null, imagesPerSecond: null, secondsLeft: null }
  const encodings = await encodeImages(run.model, flat.subarray(0, network), images, () => {
    channel.progress({ phase: 'encoding', ...ended, ...rest })
  })
  const train = run.images.train
  const gaussians = fitClassGaussians(encodings.means, run.model.network.latent, assignment.knownOf, priorMeans.length, train)
  const description: TrainedMember = {
    format: 'lacuna-member-1', member: run.member, network: run.model.network, objective: run.model.objective,
    plan: run.plan, priorMeans, parameters: network, curve: checkpoint.curve, seconds: checkpoint.seconds,
    threads: device.threads, device: device.name, runtime: device.runtime, gaussians,
  }
  const at = (name: string) => path.join(job.directory, name)
  await writeNumbers(at('weights.f32'), flat.slice(0, network))
  await writeNumbers(at('means.f32'), encodings.means)
  await writeNumbers(at('log-variances.f32'), encodings.logVariances)
  await writeWhole(at('member.json'), JSON.stringify(description))
  return {
    weights: at('weights.f32'), description: at('member.json'),
    encodings: { means: at('means.f32'), logVariances: at('log-variances.f32'), reconstruction: null },
    parameters: network, seconds: checkpoint.seconds, curve: checkpoint.curve, device: `${device.name}, ${device.runtime}`,
    health: memberHealth(run.model, priorMeans, gaussians, encodings, assignment),
  }
}
