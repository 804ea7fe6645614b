import { routes } from '../../../main/contract/routes.ts'
import { fetchArray } from '../../client/arrays.ts'
import type { Engine } from '../../client/engine.ts'

/** What a set's images are, by position: labels Int32, -1 where there is none; splits Uint8, as `splitNames`. */
export interface SetArrays { labels: Int32Array; splits: Uint8Array }

export async function loadSetArrays(engine: Engine, imageSetId: number): Promise<SetArrays> {
  const [labels, splits] = await Promise.all([
    fetchArray(engine, routes.labels(imageSetId), Int32Array),
    fetchArray(engine, routes.splits(imageSetId), Uint8Array),
  ])
  return { labels, splits }
}
