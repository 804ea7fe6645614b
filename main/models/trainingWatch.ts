import { setImmediate as macrotask } from 'node:timers/promises'
import type * as tf from '@tensorflow/tfjs-core'
import type { Checkpoint, EpochPoint } from './checkpoint.ts'
import { epochsOf, type MemberRun, stepsOf } from './memberRun.ts'
import { updateCheckpoint } from './trainingState.ts'
import type { StepState } from './trainingStep.ts'

export interface TrainingProgress {
  epoch: number; epochs: number; step: number; steps: number
  /** Mean over the running epoch's images. */
  loss: number
  imagesPerSecond: number; secondsLeft: number
}

/** What a run tells and asks while it goes on. */
export interface TrainingWatch {
  progress(at: TrainingProgress): void
  curve(point: EpochPoint): void
  /** Shown the parameters at the end of each epoch, which it must leave as they are. */
  look?(parameters: tf.Tensor1D, point: EpochPoint): Promise<void>
  save(checkpoint: Checkpoint): Promise<void>
  /** Asked after each step; a run that is to end keeps a checkpoint first. */
  ending(): boolean
  /** Seconds of a clock that never goes back. */
  clock(): number
  /** Seconds between two looks at the loss, and between two checkpoints. */
  lookEvery: number
  saveEvery: number
}

/** The loss is no number any more. */
export class DivergedError extends Error {}

/** The run's breath: lets messages in after each step, looks at the loss now and then, keeps checkpoints. */
export class Pulse {
  readonly watch: TrainingWatch
  private readonly run: MemberRun
  private readonly at: Checkpoint
  private readonly begun: { clock: number; seconds: number }
  private looked: number
  private saved: number
  private imagesSeen = 0

  constructor(run: MemberRun, watch: TrainingWatch, at: Checkpoint) {
    this.run = run
    this.watch = watch
    this.at = at
    this.begun = { clock: watch.clock(), seconds: at.seconds }
    this.looked = this.saved = this.begun.clock
  }

  /** @returns whether the run is to end here; a checkpoint is kept then */
  async afterStep(state: StepState, images: number): Promise<boolean> {
    this.imagesSeen += images
    await macrotask()
    const now = this.watch.clock()
    const ending = this.watch.ending()
    if (now - this.looked >= this.watch.lookEvery) await this.look(state)
    if (ending || now - this.saved >= this.watch.saveEvery) await this.keep(state)
    return ending
  }

  /** Tells how far the run is. Reading the loss waits for the device, so it is not done at every step. */
  private async look(state: StepState): Promise<void> {
    const [total] = await state.sums.data()
    const images = Math.min(this.at.stepInEpoch * this.run.plan.batch, this.run.images.train.length)
    this.expectNumber(total)
    const steps = epochsOf(this.run) * stepsOf(this.run)
    const seconds = this.watch.clock() - this.begun.clock
    const imagesPerSecond = this.imagesSeen / Math.max(seconds, 1e-9)
    const secondsLeft = (steps - this.at.step) * this.run.plan.batch / imagesPerSecond
    this.watch.progress({
      epoch: this.at.epoch + 1, epochs: epochsOf(this.run), step: this.at.step, steps, loss: total / images,
      imagesPerSecond, secondsLeft,
    })
    this.looked = this.watch.clock()
  }

  /** Keeps a checkpoint of the state as it is now. */
  async keep(state: StepState): Promise<void> {
    await updateCheckpoint(this.at, state)
    this.at.seconds = this.seconds()
    await this.watch.save(this.at)
    this.saved = this.watch.clock()
  }

  /** Seconds trained so far, those before an interruption included. */
  seconds(): number {
    return this.begun.seconds + this.watch.clock() - this.begun.clock
  }

  /** @throws DivergedError unless the loss is a finite number */
  expectNumber(loss: number): void {
    if (Number.isFinite(loss)) return
    throw new DivergedError(
      `The loss is no number any more after step ${this.at.step} (epoch ${this.at.epoch + 1}): the training ran away.`,
    )
  }
}
