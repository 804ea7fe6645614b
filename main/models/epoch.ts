import * as tf from '@tensorflow/tfjs-core'
import type { Checkpoint, EpochPoint } from './checkpoint.ts'
import { epochsOf, type MemberRun, stepsOf } from './memberRun.ts'
import { learningRateAt } from './schedule.ts'
import { batchAt, updateCheckpoint } from './trainingState.ts'
import { addLosses, type StepState } from './trainingStep.ts'
import type { Pulse } from './trainingWatch.ts'

/** Validation images that an epoch's end looks at: so many that the loss is sure, so few that it costs little. */
const MOST_VALIDATION = 2000

/** Ends an epoch: its point on the curves, the best parameters so far, a checkpoint, empty sums. */
export async function closeEpoch(run: MemberRun, state: StepState, at: Checkpoint, pulse: Pulse): Promise<StepState> {
  await updateCheckpoint(at, state)
  pulse.expectNumber(at.sums[0])
  const validationLoss = await validate(run, state)
  const point = pointOf(run, at, validationLoss, pulse.seconds())
  at.curve.push(point)
  keepBest(at, validationLoss)
  at.epoch++
  at.stepInEpoch = 0
  state.sums.dispose()
  const next = { adam: state.adam, sums: tf.zeros([3]) as tf.Tensor1D }
  await pulse.keep(next)
  pulse.watch.curve(point)
  await pulse.watch.look?.(next.adam.parameters, point)
  return next
}

/** Mean loss over validation images, with the same noise after every epoch; null where there are none. */
async function validate({ model, images, plan, member }: MemberRun, state: StepState): Promise<number | null> {
  const positions = images.validation.subarray(0, MOST_VALIDATION)
  if (positions.length === 0) return null
  let sums: tf.Tensor1D = tf.zeros([3])
  for (let start = 0; start < positions.length; start += plan.batch) {
    const some = positions.subarray(start, start + plan.batch)
    sums = addLosses(model, state.adam.parameters, sums, batchAt(model, images, some, `${member}/validation-${start}`, false))
  }
  const [total] = await sums.data()
  sums.dispose()
  return total / positions.length
}

function pointOf(run: MemberRun, at: Checkpoint, validationLoss: number | null, seconds: number): EpochPoint {
  const [loss, ...parts] = [...at.sums].map((sum) => sum / run.images.train.length)
  const [reconstruction, divergence] = run.model.kind === 'cnn' ? [null, null] : parts
  const learningRate = learningRateAt(run.plan.schedule, run.plan.learningRate, at.step, epochsOf(run) * stepsOf(run))
  return { epoch: at.epoch + 1, step: at.step, loss, reconstruction, divergence, validationLoss, learningRate, seconds }
}

function keepBest(at: Checkpoint, loss: number | null): void {
  const better = loss !== null && (at.best.loss === null || loss < at.best.loss)
  if (better) at.bestParameters = at.parameters.slice()
  at.best = better ? { loss, epoch: at.epoch + 1, since: 0 } : { ...at.best, since: at.best.since + 1 }
}
