import type { Ensemble } from '../../main/contract/ensembles.ts'
import type { DetectorDescription, Score } from '../../main/contract/scores.ts'
import { latestByDetector } from '../results/detectorNames.ts'

type Scored = Pick<Ensemble, 'id' | 'imageSetId'>
type Described = Pick<DetectorDescription, 'id' | 'name'>

/**
 * What is compared at first: the newest ensemble by its default detector with the next newest, of the same image set where
 * there is one; else the ensemble's first two detectors. Fewer than two where there are no more.
 * @param ensembles newest first. @param scores of all of them
 */
export function firstColumns(ensembles: readonly Scored[], scores: readonly Score[], described: readonly Described[]): number[] {
  const scored = ensembles.flatMap((ensemble) => {
    const own = latestByDetector(ofEnsemble(ensemble, scores), described)
    return own.length > 0 ? [{ set: own[0].imageSetId, ids: own.map(({ id }) => id) }] : []
  })
  const [newest, ...others] = scored
  if (!newest) return []
  const other = others.find(({ set }) => set === newest.set)
  return other ? [newest.ids[0], other.ids[0]] : newest.ids.length > 1 ? newest.ids.slice(0, 2) : scored.slice(0, 2).map(({ ids }) => ids[0])
}

/** Those of its own set, or where it has scored only others, of the latest of these. */
function ofEnsemble({ id, imageSetId }: Scored, scores: readonly Score[]): Score[] {
  const all = scores.filter(({ ensembleId }) => ensembleId === id)
  const own = all.filter((score) => score.imageSetId === imageSetId)
  return own.length > 0 ? own : all.filter((score) => score.imageSetId === all.at(-1)!.imageSetId)
}

/** One that is not compared yet, for a column more: of the same image set where there is one. */
export function nextColumn(ids: readonly number[], ensembles: readonly Scored[], scores: readonly Score[], described: readonly Described[]): number | null {
  const latest = ensembles.flatMap((ensemble) => latestByDetector(ofEnsemble(ensemble, scores), described))
  const free = latest.filter(({ id }) => !ids.includes(id))
  const set = scores.find(({ id }) => id === ids[0])?.imageSetId
  return (free.find(({ imageSetId }) => imageSetId === set) ?? free[0])?.id ?? null
}
