// Members: training them, what they say of images, and how they compare; encoders from elsewhere.
import type { EncoderDescription, EncoderWishes } from '../../contract/encoders.ts'
import type { CurvePoint, Health } from '../../contract/ensembles.ts'
import type { ComputeDevice, EnsembleSettings } from '../../contract/settings.ts'
import type { EncodingName } from '../../models/encodingNames.ts'
import type { RunImages, SnapshotFile } from './images.ts'

/** Trains one member in `directory`, going on from the checkpoint there if there is one. */
export interface MemberJob {
  kind: 'member'; directory: string; images: RunImages; settings: EnsembleSettings; index: number; threads: number
  /** Whether the member is looked at while it learns (contract/trainingPreview.ts). */
  previews?: boolean
}

/** A trained member as files: the flat weights and the description that goes with them (models/member.ts). */
export interface MemberFiles { key: string; index: number; weights: string; description: string }

/** What a member said of a set's images: Float32 files by the encoding's name. */
export type EncodingFiles = Partial<Record<EncodingName, string>>

/** Tries a model out as an encoder, and copies it to `target`. */
export interface EncoderJob { kind: 'encoder'; file: string; wishes: EncoderWishes; threads: number; target: string }

export interface EncoderResult { description: EncoderDescription; sha256: string }

/** Shows a snapshot's images to an encoder: `target` becomes Float32, images x the output's width. */
export interface FeaturesJob {
  kind: 'features'; snapshot: SnapshotFile; threads: number; target: string
  encoder: { name: string; model: string; description: EncoderDescription }
}

/** What a `FeaturesJob` left. */
export interface EncoderFeatures { file: string; width: number }

/** Looks at what there is to compute on. Its result is a `WebGpuDevice`. */
export interface AdaptersJob { kind: 'adapters' }

/** Compares an ensemble's members by one detector over the test images of its own set. */
export interface MembersJob {
  kind: 'members'; directory: string; images: RunImages; detector: string; seed: number; threads: number
  device: ComputeDevice
  members: (MemberFiles & { encodings: EncodingFiles })[]
}

export interface MemberResult {
  /** Of every image of the snapshot the member was trained on: the engine keeps them as the member's encodings. */
  encodings: EncodingFiles
  weights: string; description: string; parameters: number; seconds: number; curve: CurvePoint[]; health: Health
  device: string
  /** Largest resident memory in MB. */
  memory: number
  /** Bytes that its process took of a card at the end, as the driver says; null on the processor, and where it does not say. */
  cardBytes: number | null
  /** The preview of the weights that are kept; only where the job has previews. */
  preview?: string
}
