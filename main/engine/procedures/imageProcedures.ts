import type { AlikeImage } from '../../contract/images.ts'
import type { ImageSet } from '../../contract/imageSets.ts'
import { type ImageRecord, imageRow } from '../../store/images.ts'
import type { Store } from '../../store/openStore.ts'
import { imageAt, imageSetOf } from './imageSetOf.ts'
import { ImageScores } from '../scores/imageScores.ts'
import type { EngineParts } from '../parts.ts'
import { procedures } from './procedures.ts'

/** Of a flat class thousands can be alike: enough to look at. */
const mostAlike = 100

export function imageProcedures({ store }: EngineParts) {
  const { findings, alike, scores } = procedures.images
  const imageScores = new ImageScores(store)
  return {
    findings: findings.handler(({ input }) => {
      const { id } = imageSetOf(store, input.imageSetId)
      return { problems: store.findings.problemKinds(id), pairs: store.findings.pairCounts(id) }
    }),
    alike: alike.handler(({ input }) => {
      const set = imageSetOf(store, input.imageSetId)
      return alikeImages(store, set, imageAt(store, set.id, input.position).image)
    }),
    scores: scores.handler(({ input }) => {
      const { id } = imageSetOf(store, input.imageSetId)
      return imageScores.of(id, imageAt(store, id, input.position).image)
    }),
  }
}

function alikeImages(store: Store, { id, classes }: ImageSet, { position, group }: ImageRecord): AlikeImage[] {
  const paired = store.findings.pairsOf(id, position, mostAlike).map(({ other, kind, distance, leak }) =>
    ({ ...imageRow(store.images.at(id, other)!, classes), pair: { kind, distance, leak } }))
  const known = new Set([position, ...paired.map((image) => image.position)])
  const byOthers = store.images.ofGroup(id, group, mostAlike).filter((image) => !known.has(image.position))
    .map((image) => ({ ...imageRow(image, classes), pair: null }))
  return [...paired, ...byOthers].slice(0, mostAlike)
}
