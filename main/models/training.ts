import { epochOrder } from './batches.ts'
import type { Checkpoint } from './checkpoint.ts'
import { closeEpoch } from './epoch.ts'
import { epochsOf, type MemberRun, stepsOf, type TrainingPlan } from './memberRun.ts'
import { stream } from './random.ts'
import { learningRateAt } from './schedule.ts'
import { batchAt, freshCheckpoint, stepStateOf } from './trainingState.ts'
import { disposeState, type StepState, trainingStep } from './trainingStep.ts'
import { Pulse, type TrainingWatch } from './trainingWatch.ts'

/**
 * Trains a member, going on from a checkpoint if there is one. The same run gives the same parameters on the same
 * processor, runtime and thread count, interrupted or not.
 * @returns the last checkpoint, and whether the run came to its end or was asked to stop before
 * @throws DivergedError where the loss is no number any more
 */
export async function trainMember(
  run: MemberRun, watch: TrainingWatch, from: Checkpoint | null,
): Promise<{ checkpoint: Checkpoint; finished: boolean }> {
  const at = from ?? freshCheckpoint(run.model, run.member)
  const pulse = new Pulse(run, watch, at)
  let state = stepStateOf(at)
  try {
    while (at.epoch < epochsOf(run) && !exhausted(run.plan, at)) {
      state = await trainEpoch(run, state, at, pulse)
      if (at.stepInEpoch < stepsOf(run)) return { checkpoint: at, finished: false }
      state = await closeEpoch(run, state, at, pulse)
    }
    return { checkpoint: at, finished: true }
  } finally {
    disposeState(state)
  }
}

/** The parameters that a finished run leaves: the best by validation where it may stop early, else the last. */
export function finalParameters(plan: TrainingPlan, checkpoint: Checkpoint): Float32Array {
  return plan.patience === null || checkpoint.best.loss === null ? checkpoint.parameters : checkpoint.bestParameters
}

const exhausted = (plan: TrainingPlan, at: Checkpoint): boolean => plan.patience !== null && at.best.since >= plan.patience

/** Goes on with the running epoch until it is through or the watch wants the run to end. */
async function trainEpoch(run: MemberRun, from: StepState, at: Checkpoint, pulse: Pulse): Promise<StepState> {
  const { model, images, plan, member } = run
  const order = epochOrder(images, plan.balance, stream(`${member}/epoch-${at.epoch}/shuffle`))
  let state = from
  while (at.stepInEpoch < stepsOf(run)) {
    const positions = order.subarray(at.stepInEpoch * plan.batch, (at.stepInEpoch + 1) * plan.batch)
    const batch = batchAt(model, images, positions, `${member}/epoch-${at.epoch}/step-${at.stepInEpoch}`, plan.augmentation)
    const rate = learningRateAt(plan.schedule, plan.learningRate, at.step + 1, epochsOf(run) * stepsOf(run))
    state = trainingStep(model, state, batch, at.step + 1, rate)
    at.step++
    at.stepInEpoch++
    if (await pulse.afterStep(state, positions.length)) break
  }
  return state
}
