import type { JudgedMetrics } from '../contract/scores.ts'
import type { Shop } from '../jobs/job.ts'
import { judgeScore } from '../jobs/judgeScore.ts'
import type { ScoreRecord } from '../store/scores.ts'

/** How many scores' metrics are kept. */
const kept = 16

/** The metrics for a project's verdicts as they were when its last entry was `last`. */
interface Judged { last: number; metrics: Promise<JudgedMetrics>; isSettled: boolean }

/** Metrics under verdicts, computed once for each state of a project's verdicts, and one after the other for a score. */
export class JudgedScores {
  readonly #shop: Shop
  readonly #found = new Map<number, Judged>()

  constructor(shop: Shop) {
    this.#shop = shop
  }

  /** Whoever judges one image after the other does not start a worker with each: those under way are waited for. */
  async of(score: ScoreRecord): Promise<JudgedMetrics> {
    const { projectId } = this.#shop.store.imageSets.show(score.imageSetId)!
    for (;;) {
      const last = this.#shop.store.verdicts.last(projectId)
      const found = this.#found.get(score.id)
      if (found?.last === last) return found.metrics
      if (!found || found.isSettled) return this.#keep(score.id, last, this.#compute(score, projectId))
      await Promise.allSettled([found.metrics])
    }
  }

  #compute(score: ScoreRecord, projectId: number): Promise<JudgedMetrics> {
    const verdicts = this.#shop.store.verdicts.ofSet(projectId, score.imageSetId)
    return verdicts.length > 0 ? judgeScore(this.#shop, score, verdicts) : Promise.resolve(unjudged(score))
  }

  #keep(id: number, last: number, metrics: Promise<JudgedMetrics>): Promise<JudgedMetrics> {
    const entry: Judged = { last, metrics, isSettled: false }
    this.#found.delete(id)
    this.#found.set(id, entry)
    if (this.#found.size > kept) this.#found.delete(this.#found.keys().next().value!)
    // What failed is tried again by whoever asks next; who asked now is told.
    void metrics.catch(() => this.#found.delete(id)).finally(() => {
      entry.isSettled = true
    })
    return metrics
  }
}

function unjudged({ metrics }: ScoreRecord): JudgedMetrics {
  const verdicts = { anomaly: 0, normal: 0, mislabelled: 0, unsure: 0 }
  return { metrics, byLabel: metrics, verdicts, replaced: 0, added: 0, leftOut: 0, untested: 0 }
}
