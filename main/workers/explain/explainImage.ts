import type { Explanation, Neighbours } from '../../contract/explanations.ts'
import type { MemberView } from '../../detectors/detector.ts'
import { nearestClasses } from '../../detectors/nearestClasses.ts'
import { unitRows } from '../../detectors/rows.ts'
import type { ExplainedEnsemble } from '../messages.ts'
import { type Explained, plainEncoding, vectorsOf } from './explainedMembers.ts'
import { memberOpinion } from './memberOpinion.ts'
import { nearestImages } from './nearestImages.ts'
import { readRows } from './rowFile.ts'

/** How many of the nearest training images are named. */
const NEIGHBOURS = 5

/** What the members say of one image, from what they said of all of them when they were scored: nothing is encoded. */
export function explainImage(of: ExplainedEnsemble, known: Explained, position: number): Explanation {
  const views = viewsOf(of, known, position)
  return {
    position, measure: of.kind === 'cnn' ? 'surprise' : 'sigma', unlikeRate: of.falsePositiveRate,
    classes: of.kind === 'vae' ? ['the known images'] : of.images.known.map((label) => of.classNames[label]),
    nearest: nearestClasses(views)[0],
    members: known.members.map((member, m) => memberOpinion(member, views[m])),
    neighbours: neighboursOf(of, known, position),
  }
}

function viewsOf(of: ExplainedEnsemble, { members }: Explained, position: number): MemberView[] {
  const name = plainEncoding(of)
  return members.map(({ classes, latent }, m) => (
    { classes, latent, encodings: { [name]: readRows(of.members[m].asked[name]!, of.asked.images, [position]).values } }
  ))
}

function neighboursOf(of: ExplainedEnsemble, known: Explained, position: number): Neighbours {
  const { by, banks, positions, trained, labels } = known
  const queries = of.members.map(({ asked }) => {
    const { width, values } = readRows(asked[vectorsOf(by)]!, of.asked.images, [position])
    return by === 'features' ? unitRows(values, width) : values
  })
  const near = nearestImages(banks, queries, NEIGHBOURS, of.asked.isOwn ? positions.indexOf(position) : -1)
  const images = near.map(({ row, distance }) => ({ position: positions[row], label: labels[row], distance }))
  return { imageSetId: of.imageSetId, by, among: positions.length, of: trained, images }
}
