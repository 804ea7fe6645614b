import { setImmediate } from 'node:timers/promises'
import type { ImageScore } from '../../contract/images.ts'
import type { ImageRecord } from '../../store/images.ts'
import type { Store } from '../../store/openStore.ts'
import type { ScoreRecord } from '../../store/scores.ts'
import { LastAsked } from './lastAsked.ts'
import { classRolesOf } from './rankings.ts'
import { type ScoreArrays, scoreArrays } from './scoreArrays.ts'

/** Who looks at one image after the other asks for the same arrays again; those of 60,000 images take 360 kB. */
const kept = 48

/** What all detectors of all ensembles say of single images. */
export class ImageScores {
  readonly #store: Store
  readonly #arrays = new LastAsked<ScoreArrays>(kept)

  constructor(store: Store) {
    this.#store = store
  }

  async of(imageSetId: number, image: ImageRecord): Promise<ImageScore[]> {
    const said: ImageScore[] = []
    for (const score of this.#latest(imageSetId)) {
      said.push(await this.#say(score, image))
      // Going through an array takes a tenth of a millisecond; others are answered in between.
      await setImmediate()
    }
    return said
  }

  /** The last score of each detector of each ensemble that people made, the newest ensemble first. */
  #latest(imageSetId: number): ScoreRecord[] {
    const latest = new Map<string, ScoreRecord>()
    for (const score of this.#store.scores.ofImageSet(imageSetId)) latest.set(`${score.ensembleId} ${score.detector}`, score)
    const made = [...latest.values()].filter(({ ensembleId }) => this.#store.ensembles.show(ensembleId)!.cell === null)
    return made.sort((a, b) => b.ensembleId - a.ensembleId || a.id - b.id)
  }

  async #say(score: ScoreRecord, { position, label }: ImageRecord): Promise<ImageScore> {
    const { scores, nearest } = await this.#arrays.get(score.id, () => scoreArrays(this.#store, score))
    const roles = classRolesOf(this.#store, score)
    const { classes } = this.#store.imageSets.show(score.imageSetId)!
    const { id, ensembleId, detector, threshold } = score
    return {
      scoreId: id, ensembleId, ensemble: this.#store.ensembles.show(ensembleId)!.name, detector, threshold,
      role: roles.of(label === null ? null : classes[label]), nearest: roles.classes[nearest[position]] ?? null,
      score: scores[position], flagged: scores[position] > threshold.value,
      rank: rankIn(scores, position), of: scores.length,
    }
  }
}

/** The place of a position in the order of a ranking: from the highest score, equal ones by their position. */
function rankIn(scores: Float32Array, position: number): number {
  const own = scores[position]
  let before = 0
  for (let i = 0; i < scores.length; i++) if (scores[i] > own || (scores[i] === own && i < position)) before++
  return before + 1
}
