import type { RankedImage } from '../../contract/scores.ts'
import { splitNames } from '../../store/images.ts'
import type { Store } from '../../store/openStore.ts'
import type { ScoreRecord } from '../../store/scores.ts'
import { LastAsked } from './lastAsked.ts'
import { rankingOrder } from './rankingOrder.ts'
import { type ScoreArrays, scoreArrays } from './scoreArrays.ts'

interface Ranking extends ScoreArrays { order: Uint32Array }

/** A ranking of 60,000 images takes 600 kB. */
const kept = 4

/** Pages of rankings; the orders of the last few scores that were asked for are kept. */
export class Rankings {
  readonly #store: Store
  readonly #rankings = new LastAsked<Ranking>(kept)

  constructor(store: Store) {
    this.#store = store
  }

  async page(score: ScoreRecord, offset: number, limit: number): Promise<RankedImage[]> {
    const ranking = await this.#rankings.get(score.id, () => this.#read(score))
    const roles = classRolesOf(this.#store, score)
    const { classes: own, projectId } = this.#store.imageSets.show(score.imageSetId)!
    const positions = [...ranking.order.subarray(offset, offset + limit)]
    return positions.map((position, i) => {
      const { path, label, split, hash } = this.#store.images.at(score.imageSetId, position)!
      const name = label === null ? null : own[label]
      return {
        rank: offset + i + 1, position, path, label: name, split: splitNames[split], role: roles.of(name),
        score: ranking.scores[position], flagged: ranking.scores[position] > score.threshold.value,
        nearest: roles.classes[ranking.nearest[position]] ?? null,
        verdict: this.#store.verdicts.current({ projectId, hash })?.verdict ?? null,
      }
    })
  }

  async #read(score: ScoreRecord): Promise<Ranking> {
    const arrays = await scoreArrays(this.#store, score)
    return { ...arrays, order: rankingOrder(arrays.scores) }
  }
}

/** What an image's class is to the ensemble; a class that it does not know is an anomaly. */
export function classRolesOf(store: Store, { ensembleId }: ScoreRecord) {
  const ensemble = store.ensembles.show(ensembleId)!
  const { classes } = store.imageSets.show(ensemble.imageSetId)!
  const of = (name: string | null): RankedImage['role'] => {
    if (name === null) return 'unlabelled'
    const label = classes.indexOf(name)
    if (ensemble.known.includes(label)) return 'known'
    return label < 0 || ensemble.heldOut.includes(label) ? 'held-out' : 'left out'
  }
  return { classes, of }
}
