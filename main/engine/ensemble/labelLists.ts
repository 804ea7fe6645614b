import { readFile } from 'node:fs/promises'
import type { JudgedLabel, LabelFinding } from '../../contract/labels.ts'
import type { EnsembleRecord } from '../../store/ensembles.ts'
import { splitNames } from '../../store/images.ts'
import type { LabelRecord } from '../../store/labelScores.ts'
import type { Store } from '../../store/openStore.ts'
import { LastAsked } from '../scores/lastAsked.ts'

interface LabelList {
  order: Int32Array; scores: Float32Array; foreign: Float32Array; suggested: Int16Array; findings: Uint8Array
}

const findingOf: (LabelFinding | null)[] = [null, 'label issue', 'foreign']

/** A list of 60,000 images takes 900 kB. */
const kept = 2

/** Pages of judged labels; the last few lists that were asked for are kept. */
export class LabelLists {
  readonly #store: Store
  readonly #lists = new LastAsked<LabelList>(kept)

  constructor(store: Store) {
    this.#store = store
  }

  async page(record: LabelRecord, { imageSetId }: EnsembleRecord, offset: number, limit: number): Promise<JudgedLabel[]> {
    const { order, scores, foreign, suggested, findings } = await this.#lists.get(record.id, () => this.#read(record))
    const { classes } = this.#store.imageSets.show(imageSetId)!
    return [...order.subarray(offset, offset + limit)].map((position, i) => {
      const { path, label, split } = this.#store.images.at(imageSetId, position)!
      return {
        rank: offset + i + 1, position, path, split: splitNames[split], label: classes[label!],
        suggested: classes[suggested[position]], finding: findingOf[findings[position]], score: scores[position],
        foreign: Number.isNaN(foreign[position]) ? null : foreign[position],
      }
    })
  }

  async #read({ files }: LabelRecord): Promise<LabelList> {
    const read = async (artefact: number) =>
      Uint8Array.from(await readFile(this.#store.artefacts.path(artefact))).buffer
    return {
      order: new Int32Array(await read(files.order)), scores: new Float32Array(await read(files.scores)),
      foreign: new Float32Array(await read(files.foreign)), suggested: new Int16Array(await read(files.suggested)),
      findings: new Uint8Array(await read(files.findings)),
    }
  }
}
