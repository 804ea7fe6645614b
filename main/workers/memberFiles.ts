import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { LatentSpace, MemberView } from '../detectors/detector.ts'
import type { ClassGaussians } from '../detectors/gaussians.ts'
import { encodeImages, type ImageReader } from '../models/encoding.ts'
import type { EncodingName } from '../models/encodingNames.ts'
import { type MemberDescription, modelOf } from '../models/memberDescription.ts'
import { readFloats, writeNumbers } from './floatFiles.ts'
import type { EncodingFiles, MemberFiles } from './messages.ts'

/** What lies beside a member's weights: its description, and its class Gaussians for the detectors, where it has any. */
export interface TrainedMember extends MemberDescription { gaussians: ClassGaussians | null }

/** A trained member read from its files, weights only when they are needed. */
export interface LoadedMember { key: string; description: TrainedMember; weights: () => Promise<Float32Array> }

export async function loadMember(files: MemberFiles): Promise<LoadedMember> {
  const description = JSON.parse(await readFile(files.description, 'utf8')) as TrainedMember
  return { key: files.key, description, weights: () => readFloats(files.weights) }
}

/**
 * Makes what is missing of a member's encodings of some images, as files in `directory`.
 * @param names the encodings that are wanted
 * @param done told how many images were encoded
 */
export async function completeEncodings(
  member: LoadedMember, have: EncodingFiles, images: ImageReader, names: EncodingName[], directory: string,
  done: (images: number) => void,
): Promise<EncodingFiles> {
  const missing = names.filter((name) => !have[name])
  if (missing.length === 0) return have
  const made = await encodeImages(modelOf(member.description), await member.weights(), images, missing, done)
  const files = { ...have }
  for (const name of missing) {
    const file = path.join(directory, `${member.key}-${name}.f32`)
    await writeNumbers(file, made[name]!)
    files[name] = file
  }
  return files
}

/** What the detectors see of a member: its latent space, and the encodings that they asked for. */
export async function memberView({ description }: LoadedMember, files: EncodingFiles, names: EncodingName[]): Promise<MemberView> {
  const read = names.map(async (name) => [name, await readFloats(files[name]!)] as const)
  const encodings = Object.fromEntries(await Promise.all(read))
  return { classes: classesOf(description), latent: latentSpace(description), encodings }
}

/** Classes that a member tells apart. */
export const classesOf = ({ classes, priorMeans }: TrainedMember): number => classes ?? priorMeans.length

/** Null for a classifier. */
export function latentSpace({ network, objective, priorMeans, gaussians }: TrainedMember): LatentSpace | null {
  return gaussians && { dimension: network.latent, radius: objective.radius, priorMeans, gaussians }
}
