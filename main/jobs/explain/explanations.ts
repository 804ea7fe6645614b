import { mkdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { EngineFailure } from '../../contract/errors.ts'
import { DifferenceScale, type Explanation, type LatentMap } from '../../contract/explanations.ts'
import type { EnsembleRecord } from '../../store/ensembles.ts'
import type { ExplainAnswer, ExplainedEnsemble, ExplainOrder } from '../../workers/messages.ts'
import type { Shop } from '../queue/job.ts'
import { scoredMembers } from '../scoring/scoredMembers.ts'
import { NewestFirst } from '../standing/newestFirst.ts'
import { explainedEnsemble } from './explainedEnsemble.ts'
import { explainProcess } from './explainProcess.ts'

type Answered = Extract<ExplainAnswer, { ok: true }>
type Has<Name extends string> = Extract<Answered, Record<Name, unknown>>

/** How many images may wait to be explained. */
const LONGEST = 100
/** Raised whenever the scale of differences is found another way. */
const scaleVersion = 1

/**
 * Has worker processes explain images. One tells and one draws, so that what needs no TensorFlow never waits for it;
 * both start with the first order, and end some time after the last.
 */
export class Explanations {
  readonly #store: Shop['store']
  readonly #telling: NewestFirst<ExplainOrder, ExplainAnswer>
  readonly #drawing: NewestFirst<ExplainOrder, ExplainAnswer>

  constructor({ store, scripts }: Pick<Shop, 'store' | 'scripts'>) {
    this.#store = store
    const queue = () => new NewestFirst([explainProcess(scripts.explain)], LONGEST, 'images')
    this.#telling = queue()
    this.#drawing = queue()
  }

  /** Why an image of a set scores as it does. @throws EngineFailure CONFLICT where the members have not seen the set */
  async explain(ensemble: EnsembleRecord, imageSetId: number, position: number, signal?: AbortSignal): Promise<Explanation> {
    const of = explainedEnsemble(this.#store, ensemble, imageSetId)
    const order = { of, want: 'explanation', position } as const
    return (await this.#answer<Has<'explanation'>>(this.#telling, order, `${imageSetId}/${position}`, signal)).explanation
  }

  /** The latent spaces of the members that have one. */
  async maps(ensemble: EnsembleRecord, signal?: AbortSignal): Promise<LatentMap[]> {
    const of = explainedEnsemble(this.#store, ensemble, ensemble.imageSetId)
    return (await this.#answer<Has<'maps'>>(this.#telling, { of, want: 'maps' }, 'maps', signal)).maps
  }

  /** An image as each member draws it. @throws EngineFailure UNAVAILABLE where there is no TensorFlow */
  async redrawn(ensemble: EnsembleRecord, imageSetId: number, position: number, signal?: AbortSignal): Promise<Uint8Array> {
    const of = this.#drawers(ensemble, imageSetId)
    const order = { of, want: 'redrawn', position } as const
    return (await this.#answer<Has<'redrawn'>>(this.#drawing, order, `${imageSetId}/${position}`, signal)).redrawn
  }

  /** The scale of all differences between images and what members draw. It is found once, and kept. */
  async differences(ensemble: EnsembleRecord, signal?: AbortSignal): Promise<DifferenceScale> {
    const { hash } = scoredMembers(this.#store, ensemble, false)
    const target = path.join(this.#store.workspace, 'cache', 'differences', `${hash}-${scaleVersion}.json`)
    const kept = await readScale(target)
    if (kept) return kept
    await mkdir(path.dirname(target), { recursive: true })
    const order = { of: this.#drawers(ensemble, ensemble.imageSetId), want: 'differences', target } as const
    return (await this.#answer<Has<'differences'>>(this.#drawing, order, 'differences', signal)).differences
  }

  close(): void {
    this.#telling.close()
    this.#drawing.close()
  }

  #drawers(ensemble: EnsembleRecord, imageSetId: number): ExplainedEnsemble {
    const of = explainedEnsemble(this.#store, ensemble, imageSetId)
    if (of.kind !== 'cnn') return of
    throw new EngineFailure('CONFLICT', `"${ensemble.name}" is an ensemble of classifiers: they draw no image again.`)
  }

  /** @param what is asked of the ensemble's present members */
  async #answer<A extends Answered>(
    queue: NewestFirst<ExplainOrder, ExplainAnswer>, order: ExplainOrder, what: string, signal?: AbortSignal,
  ): Promise<A> {
    const name = [...order.of.members.map(({ key }) => key), what].join('/')
    const answer = await queue.make(name, order, signal)
    if (answer.ok) return answer as A
    throw new EngineFailure('UNAVAILABLE', answer.message, answer.hint)
  }
}

async function readScale(file: string): Promise<DifferenceScale | null> {
  try {
    return DifferenceScale.parse(JSON.parse(await readFile(file, 'utf8')))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}
