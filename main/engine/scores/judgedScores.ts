import type { CurveBands } from '../../contract/curves.ts'
import type { JudgedMetrics } from '../../contract/scores.ts'
import type { Shop } from '../../jobs/queue/job.ts'
import { judgeScore, measureCurves } from '../../jobs/scoring/judgeScore.ts'
import type { ScoreRecord } from '../../store/scores.ts'
import type { PlacedVerdict } from '../../store/verdicts.ts'

/** How many scores' figures are kept. */
const kept = 16

/** The figures for a project's verdicts as they were when its last entry was `last`. */
interface Judged<T> { last: number; figures: Promise<T>; isSettled: boolean }

type Compute<T> = (score: ScoreRecord, verdicts: PlacedVerdict[]) => Promise<T>

/** Figures under verdicts, computed once for each state of a project's verdicts, and one after the other for a score. */
export class JudgedScores<T> {
  readonly #shop: Shop
  readonly #compute: Compute<T>
  readonly #found = new Map<number, Judged<T>>()

  constructor(shop: Shop, compute: Compute<T>) {
    this.#shop = shop
    this.#compute = compute
  }

  /** Whoever judges one image after the other does not start a worker with each: those under way are waited for. */
  async of(score: ScoreRecord): Promise<T> {
    const { store } = this.#shop
    const { projectId } = store.imageSets.show(score.imageSetId)!
    for (;;) {
      const last = store.verdicts.last(projectId)
      const found = this.#found.get(score.id)
      if (found?.last === last) return found.figures
      if (!found || found.isSettled) {
        return this.#keep(score.id, last, this.#compute(score, store.verdicts.ofSet(projectId, score.imageSetId)))
      }
      await Promise.allSettled([found.figures])
    }
  }

  #keep(id: number, last: number, figures: Promise<T>): Promise<T> {
    const entry: Judged<T> = { last, figures, isSettled: false }
    this.#found.delete(id)
    this.#found.set(id, entry)
    if (this.#found.size > kept) this.#found.delete(this.#found.keys().next().value!)
    // What failed is tried again by whoever asks next; who asked now is told.
    void figures.catch(() => this.#found.delete(id)).finally(() => {
      entry.isSettled = true
    })
    return figures
  }
}

/** The metrics of scores as they are with what was judged. */
export const judgedMetrics = (shop: Shop): JudgedScores<JudgedMetrics> =>
  new JudgedScores(shop, async (score, verdicts) =>
    verdicts.length > 0 ? judgeScore(shop, score, verdicts) : unjudged(score))

/** How sure the curves of scores are with what was judged. */
export const judgedCurves = (shop: Shop): JudgedScores<CurveBands | null> =>
  new JudgedScores(shop, (score, verdicts) => measureCurves(shop, score, verdicts))

function unjudged({ metrics }: ScoreRecord): JudgedMetrics {
  const verdicts = { anomaly: 0, normal: 0, mislabelled: 0, unsure: 0 }
  return { metrics, byLabel: metrics, verdicts, replaced: 0, added: 0, leftOut: 0, untested: 0 }
}
