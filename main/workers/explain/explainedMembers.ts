import type { LatentMap } from '../../contract/explanations.ts'
import { featureBank } from '../../detectors/classifier/featureNeighbours.ts'
import type { LatentSpace, MemberView } from '../../detectors/detector.ts'
import { unitRows } from '../../detectors/rows.ts'
import type { EncodingName } from '../../models/encodingNames.ts'
import { classesOf, latentSpace, loadMember } from '../memberFiles.ts'
import type { ExplainedEnsemble } from '../messages.ts'
import { knownPositions, readAssignment, TRAIN, VALIDATION } from '../runImages.ts'
import { unlikeThreshold } from './memberDistances.ts'
import type { KnownMember } from './memberOpinion.ts'
import { latentMap, planeOf } from './memberPlane.ts'
import type { MemberBank } from './nearestImages.ts'
import { readRows } from './rowFile.ts'

type Member = ExplainedEnsemble['members'][number]

/** What is kept of an ensemble between one image and the next. */
export interface Explained {
  members: (KnownMember & Pick<MemberView, 'classes' | 'latent'>)[]
  maps: LatentMap[]
  /** What neighbours are sought by, among which training images by position, and each member's vectors of those. */
  by: 'features' | 'latent'
  positions: Uint32Array
  banks: MemberBank[]
  /** How many training images there are. */
  trained: number
  /** Of the bank's images: their classes by name. */
  labels: string[]
}

/** What a member says of an image by itself. */
export const plainEncoding = ({ kind }: ExplainedEnsemble): EncodingName => (kind === 'cnn' ? 'logits' : 'means')

/** Reads what the members have in common for all images. */
export async function readExplained(of: ExplainedEnsemble): Promise<Explained> {
  const assignment = await readAssignment(of.images)
  const [train, validation] = [TRAIN, VALIDATION].map((split) => knownPositions(assignment, split))
  const inliers = validation.length > 0 ? validation : train
  const members = await Promise.all(of.members.map((member) => readMember(of, member, inliers)))
  const by = of.members.every(({ own, asked }) => own.features && asked.features) ? 'features' : 'latent'
  const positions = bankPositions(of, train, by)
  return {
    members, by, positions, trained: train.length,
    labels: Array.from(positions, (position) => of.classNames[of.images.known[assignment.knownOf[position]]]),
    maps: members.flatMap(({ index, latent, plane }) => (latent && plane ? [latentMap(index, latent, plane)] : [])),
    banks: of.members.map(({ own }) => bankOf(own[vectorsOf(by)]!, of.images.snapshot.images, positions, by)),
  }
}

async function readMember(of: ExplainedEnsemble, member: Member, inliers: Uint32Array): Promise<Explained['members'][number]> {
  const { description } = await loadMember(member)
  const seen = { classes: classesOf(description), latent: latentSpace(description) }
  const name = plainEncoding(of)
  const { values } = readRows(member.own[name]!, of.images.snapshot.images, inliers)
  const threshold = unlikeThreshold({ ...seen, encodings: { [name]: values } }, of.falsePositiveRate)
  return { ...seen, index: member.index, threshold, plane: planeOfSpace(seen.latent) }
}

const planeOfSpace = (space: LatentSpace | null) => space && planeOf(space)

/** The encoding that neighbours are sought by. */
export const vectorsOf = (by: Explained['by']): EncodingName => (by === 'features' ? 'features' : 'means')

/** The same images as the detector by nearest neighbours of features compares with. */
function bankPositions(of: ExplainedEnsemble, train: Uint32Array, by: Explained['by']): Uint32Array {
  const { width } = readRows(of.members[0].own[vectorsOf(by)]!, of.images.snapshot.images, [])
  return featureBank(train, width, of.seed)
}

function bankOf(file: string, images: number, positions: Uint32Array, by: Explained['by']): MemberBank {
  const { width, values } = readRows(file, images, positions)
  return { width, vectors: by === 'features' ? unitRows(values, width) : values }
}
