import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { MemberView } from '../detectors/detector.ts'
import type { ClassGaussians } from '../detectors/gaussians.ts'
import { encodeImages, type ImageReader, reconstructionErrors } from '../models/encoding.ts'
import { type MemberDescription, modelOf } from '../models/memberDescription.ts'
import { readFloats, writeNumbers } from './floatFiles.ts'
import type { EncodingFiles, MemberFiles } from './messages.ts'

/** What lies beside a member's weights: its description, and its class Gaussians for the detectors. */
export interface TrainedMember extends MemberDescription { gaussians: ClassGaussians }

/** A trained member read from its files, weights only when they are needed. */
export interface LoadedMember { key: string; description: TrainedMember; weights: () => Promise<Float32Array> }

export async function loadMember(files: MemberFiles): Promise<LoadedMember> {
  const description = JSON.parse(await readFile(files.description, 'utf8')) as TrainedMember
  return { key: files.key, description, weights: () => readFloats(files.weights) }
}

/**
 * Makes what is missing of a member's encodings of some images, as files in `directory`.
 * @param reconstruction whether a detector wants reconstruction errors
 * @param done told how many images were encoded
 */
export async function completeEncodings(
  member: LoadedMember, have: EncodingFiles, images: ImageReader, reconstruction: boolean, directory: string,
  done: (images: number) => void,
): Promise<EncodingFiles> {
  const model = modelOf(member.description)
  const files = { ...have }
  const at = (name: string) => path.join(directory, `${member.key}-${name}.f32`)
  if (!files.means || !files.logVariances) {
    const { means, logVariances } = await encodeImages(model, await member.weights(), images, done)
    await writeNumbers(files.means = at('means'), means)
    await writeNumbers(files.logVariances = at('log-variances'), logVariances)
  }
  if (reconstruction && !files.reconstruction) {
    const errors = await reconstructionErrors(model, await member.weights(), images, done)
    await writeNumbers(files.reconstruction = at('reconstruction'), errors)
  }
  return files
}

/** What the detectors see of a member. */
export async function memberView({ description }: LoadedMember, files: EncodingFiles): Promise<MemberView> {
  if (!files.means) throw new Error('A member was not encoded before it was looked at.')
  return {
    dimension: description.network.latent,
    radius: description.objective.radius,
    priorMeans: description.priorMeans,
    gaussians: description.gaussians,
    means: await readFloats(files.means),
    reconstruction: files.reconstruction ? await readFloats(files.reconstruction) : null,
  }
}
