import type { JudgedMetrics } from '../contract/scores.ts'
import type { Shop } from '../jobs/job.ts'
import { judgeScore } from '../jobs/judgeScore.ts'
import type { ScoreRecord } from '../store/scores.ts'

/** How many scores' metrics are kept. */
const kept = 16

/** Metrics under verdicts, computed once for each state of a project's verdicts. */
export class JudgedScores {
  readonly #shop: Shop
  readonly #found = new Map<number, { last: number; metrics: Promise<JudgedMetrics> }>()

  constructor(shop: Shop) {
    this.#shop = shop
  }

  of(score: ScoreRecord): Promise<JudgedMetrics> {
    const { store } = this.#shop
    const { projectId } = store.imageSets.show(score.imageSetId)!
    const last = store.verdicts.last(projectId)
    const found = this.#found.get(score.id)
    if (found?.last === last) return found.metrics
    const metrics = this.#compute(score, projectId)
    this.#keep(score.id, { last, metrics })
    return metrics
  }

  #compute(score: ScoreRecord, projectId: number): Promise<JudgedMetrics> {
    const verdicts = this.#shop.store.verdicts.ofSet(projectId, score.imageSetId)
    return verdicts.length > 0 ? judgeScore(this.#shop, score, verdicts) : Promise.resolve(unjudged(score))
  }

  #keep(id: number, entry: { last: number; metrics: Promise<JudgedMetrics> }): void {
    this.#found.delete(id)
    this.#found.set(id, entry)
    // What failed is tried again by whoever asks next; who asked now is told.
    entry.metrics.catch(() => this.#found.get(id) === entry && this.#found.delete(id))
    if (this.#found.size > kept) this.#found.delete(this.#found.keys().next().value!)
  }
}

function unjudged({ metrics }: ScoreRecord): JudgedMetrics {
  const verdicts = { anomaly: 0, normal: 0, mislabelled: 0, unsure: 0 }
  return { metrics, byLabel: metrics, verdicts, replaced: 0, added: 0, leftOut: 0, untested: 0 }
}
