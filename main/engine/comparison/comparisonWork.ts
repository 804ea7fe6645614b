import { pairSentence } from '../../comparisons/pairSentence.ts'
import { unlikeFacts } from '../../comparisons/unlike.ts'
import type { Comparison } from '../../contract/comparisons.ts'
import { EngineFailure } from '../../contract/errors.ts'
import { type ComparedScores, compareScores } from '../../jobs/scoring/compareScores.ts'
import type { Shop } from '../../jobs/queue/job.ts'
import type { ScoreRecord } from '../../store/scores.ts'
import { columnOf, factsOf } from './comparedColumns.ts'
import { LastAsked } from '../scores/lastAsked.ts'

/** A comparison of 70,000 images takes 1 MB for its positions. */
const kept = 4

/** Comparisons, each computed once as long as it is among the last that were asked for. */
export class ComparisonWork {
  readonly #shop: Shop
  readonly #last = new LastAsked<ComparedScores, string>(kept)

  constructor(shop: Shop) {
    this.#shop = shop
  }

  /** @throws EngineFailure NOT_FOUND where a score is gone, UNAVAILABLE where nothing could be computed */
  async of(scoreIds: number[]): Promise<Comparison> {
    const { store } = this.#shop
    const scores = scoreIds.map((id) => this.#score(id))
    const { columns, pairs, images, normals, anomalies, disputed } = await this.#compared(scores)
    const names = scores.map((_, i) => String.fromCharCode(65 + i))
    const sameSet = new Set(scores.map(({ imageSetId }) => imageSetId)).size === 1
    return {
      columns: columns.map((figures, i) => ({ ...columnOf(store, scores[i]), ...figures })),
      pairs: pairs.map((pair) => ({ ...pair, sentence: pairSentence(pair, [names[pair.first], names[pair.second]]) })),
      unlike: unlikeFacts(scores.map((score) => factsOf(store, score))),
      images, normals, anomalies, sameSet, notes: notesOf({ images, disputed, sameSet, scores }),
    }
  }

  /** Where the common images lie in a column's set. */
  async positions(scoreIds: number[], column: number): Promise<Uint8Array> {
    const { positions } = await this.#compared(scoreIds.map((id) => this.#score(id)))
    if (!positions[column]) throw new EngineFailure('NOT_FOUND', `The comparison has no column ${column}.`)
    return positions[column]
  }

  #score(id: number): ScoreRecord {
    const score = this.#shop.store.scores.show(id)
    if (!score) throw new EngineFailure('NOT_FOUND', `There is no score ${id} any more.`, 'Choose another one for its column.')
    return score
  }

  /** Thresholds may have been moved since. */
  #compared(scores: ScoreRecord[]): Promise<ComparedScores> {
    const key = scores.map(({ id, threshold }) => `${id}~${threshold.value}`).join(' ')
    return this.#last.get(key, () => compareScores(this.#shop, scores))
  }
}

interface Counted { images: number; disputed: number; sameSet: boolean; scores: ScoreRecord[] }

function notesOf({ images, disputed, sameSet, scores }: Counted): string[] {
  const notes: string[] = []
  const most = Math.max(...scores.map((score) => score.images))
  if (!sameSet && images < most) {
    notes.push(`The columns are of different image sets: only the ${images} images count that all of them have, of at most ${most}.`)
  }
  if (disputed > 0) notes.push(`${disputed} test images are normal to one column and an anomaly to another: they do not count.`)
  return notes
}
