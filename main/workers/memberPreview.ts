import path from 'node:path'
import * as tf from '@tensorflow/tfjs-core'
import { previewBytes } from '../contract/trainingPreview.ts'
import type { Checkpoint } from '../models/checkpoint.ts'
import type { MemberRun } from '../models/memberRun.ts'
import { currentMeans, posteriorMeans, type PreviewSample, previewSample, reconstructed, toBytes } from '../models/preview.ts'
import { finalParameters } from '../models/training.ts'
import type { Channel } from './channel.ts'
import { writeWhole } from './floatFiles.ts'
import type { MemberJob } from './messages.ts'
import type { Assignment } from './runImages.ts'

/** Of the time that a training has taken so far, at most this share goes into looking at it. */
const SHARE = 0.018
/** What the first look is thought to take, in seconds: most take less. */
const FIRST = 0.05

/** When something was looked at. */
interface Moment { epoch: number; step: number }

/**
 * Looks at a member while it learns: at the end of each epoch, or where epochs are short of as many as cost little.
 * Nothing of it reaches the weights, and no random number is drawn.
 */
export class MemberPreviews {
  readonly #run: MemberRun
  readonly #file: string
  readonly #knownOf: Int32Array
  readonly #tell: (epoch: number) => void
  readonly #sample: PreviewSample
  readonly #originals: Uint8Array
  readonly #begun = performance.now()
  #spent = 0
  #last = FIRST

  /** @param knownOf by position, the known class of each image. @param tell is called when `file` is a new one */
  constructor(run: MemberRun, knownOf: Int32Array, file: string, tell: (epoch: number) => void) {
    this.#run = run
    this.#file = file
    this.#knownOf = knownOf
    this.#tell = tell
    this.#sample = previewSample(run.model, run.images.validation, knownOf)
    this.#originals = toBytes(run.images.read(this.#sample.pictures))
  }

  /** Looks at the member as it is now, unless that would take too much of the training's time. */
  async look(parameters: tf.Tensor1D, at: Moment): Promise<void> {
    const begun = performance.now()
    if (this.#spent + this.#last > (SHARE * (begun - this.#begun)) / 1000) return
    await this.#keep(parameters, at)
    this.#last = (performance.now() - begun) / 1000
    this.#spent += this.#last
  }

  /** Looks at the weights that a finished run keeps, which need not be the last ones. @returns the file */
  async last(checkpoint: Checkpoint): Promise<string> {
    const { plan } = this.#run
    const parameters = tf.tensor1d(finalParameters(plan, checkpoint))
    const epoch = plan.patience === null ? checkpoint.epoch : checkpoint.best.epoch
    await this.#keep(parameters, { epoch, step: checkpoint.step })
    parameters.dispose()
    return this.#file
  }

  async #keep(parameters: tf.Tensor1D, { epoch, step }: Moment): Promise<void> {
    const { model, images } = this.#run
    const { height, width, channels } = model.network.image
    const { points, pictures } = this.#sample
    const classesOf = (positions: Uint32Array) => Int32Array.from(positions, (position) => this.#knownOf[position])
    await writeWhole(this.#file, previewBytes({
      epoch, step, dimension: model.network.latent, priorMeans: await currentMeans(model, parameters), image: { height, width, channels },
      classes: classesOf(points), means: await posteriorMeans(model, parameters, images, points),
      pictureClasses: classesOf(pictures), originals: this.#originals,
      reconstructions: await reconstructed(model, parameters, images, pictures),
    }))
    this.#tell(epoch)
  }
}

/** Null where the job wants none, for a classifier, and where nothing is kept for validation. */
export function memberPreviews(
  { directory, previews }: MemberJob, run: MemberRun, { knownOf }: Assignment, channel: Channel,
): MemberPreviews | null {
  if (!previews || run.model.kind === 'cnn' || run.images.validation.length === 0) return null
  return new MemberPreviews(run, knownOf, path.join(directory, 'preview.bin'), (epoch) => channel.preview(epoch))
}
