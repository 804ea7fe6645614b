import { epochsFor, stepsPerEpoch, type TrainingImages } from './batches.ts'
import type { MemberModel } from './memberModel.ts'
import type { ScheduleName } from './schedule.ts'

/** How a member is trained (main/contract/settings.ts says what each means). */
export interface TrainingPlan {
  epochs: number; leastSteps: number; batch: number; learningRate: number; schedule: ScheduleName
  patience: number | null; augmentation: boolean; balance: boolean
}

/** A member and what it learns from: all that decides its parameters. */
export interface MemberRun {
  model: MemberModel
  images: TrainingImages
  plan: TrainingPlan
  /** The name that everything random is derived from (`memberStreamName`). */
  member: string
}

/** Epochs of a run, and steps of each of its epochs. */
export const epochsOf = ({ images, plan }: MemberRun): number =>
  epochsFor(images.train.length, plan.batch, plan.epochs, plan.leastSteps)
export const stepsOf = ({ images, plan }: MemberRun): number => stepsPerEpoch(images.train.length, plan.batch)
