import type { Ensemble } from '../../main/contract/ensembles.ts'
import type { ImageSet } from '../../main/contract/imageSets.ts'
import { routes } from '../../main/contract/routes.ts'
import type { Score } from '../../main/contract/scores.ts'
import { fetchArray } from '../client/arrays.ts'
import type { Engine } from '../client/engine.ts'
import { rolesOf } from './roles.ts'

/** A set's images as an ensemble scores them: arrays are in the order of the set's images. */
export interface ScoredImages {
  score: Score
  set: ImageSet
  ensemble: Ensemble
  /** Of the set that the ensemble was trained on: `nearest` counts in these. */
  trainedClasses: string[]
  scores: Float32Array
  labels: Int32Array
  nearest: Int16Array
  /** Indices into `roles`. */
  role: Uint8Array
  /** 1 where an image is a test image: no member learned from it. */
  isTest: Uint8Array
}

const testSplit = 2

/** Everything that the panes of a result draw from. */
export async function loadScoredImages(
  engine: Engine,
  ensemble: Ensemble,
  score: Score,
): Promise<ScoredImages> {
  const { api } = engine
  const [set, trainedOn, scores, labels, nearest, splits] = await Promise.all([
    api.imageSets.show({ id: score.imageSetId }),
    api.imageSets.show({ id: ensemble.imageSetId }),
    fetchArray(engine, routes.scores(score.id), Float32Array),
    fetchArray(engine, routes.labels(score.imageSetId), Int32Array),
    fetchArray(engine, routes.nearest(score.id), Int16Array),
    fetchArray(engine, routes.splits(score.imageSetId), Uint8Array),
  ])
  const role = rolesOf(labels, set.classes, { ...ensemble, classes: trainedOn.classes })
  // Another set than the ensemble's own was not learned from: all its images are tests.
  const isTest = splits.map((split) => Number(set.id !== trainedOn.id || split === testSplit))
  return { score, set, ensemble, trainedClasses: trainedOn.classes, scores, labels, nearest, role, isTest }
}
