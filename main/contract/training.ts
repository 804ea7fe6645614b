import { oc } from '@orpc/contract'
import { z } from 'zod'
import { Failure, failures } from './errors.ts'
import { EnsembleSettings } from './settings.ts'

const base = oc.errors(failures)

/** What an ensemble takes before it is trained. `bytes` and `seconds` are of the members that nobody has trained yet. */
export const TrainingCost = z.object({
  members: z.int(), reused: z.int(),
  /** Of one member, and an upper bound where `early` says that it may stop before its last epoch. */
  steps: z.int(), early: z.boolean(), parameters: z.int(),
  /** What stays on the disk, and what is free there. */
  bytes: z.int(), freeBytes: z.int(),
  /** How many members are trained at the same time, on so many threads each. */
  atOnce: z.int(), threads: z.int(),
  /** Null where no step was measured: `why` says why not, or nothing has to be trained. */
  pace: z.object({ millisecondsPerStep: z.number(), measured: z.enum(['before', 'now']) }).nullable(),
  seconds: z.number().nullable(), why: Failure.nullable(),
})

/** One line of what happened to a training; `member` is null where it is about all of them. */
export const TrainingLogLine = z.object({
  at: z.string(), member: z.int().nullable(), kind: z.enum(['training', 'member', 'epoch', 'failure']), text: z.string(),
})

export const training = {
  /**
   * From the steps of members that were trained before, else from a few steps that are taken and measured; a call that is
   * given up ends the measuring. Nothing is measured while a job runs: both would tell wrong figures.
   */
  cost: base.input(z.object({ imageSetId: z.int(), settings: EnsembleSettings })).output(TrainingCost),
  /** All that happened to an ensemble's trainings, oldest first. */
  log: base.input(z.object({ ensembleId: z.int() })).output(z.array(TrainingLogLine)),
}

export type TrainingCost = z.infer<typeof TrainingCost>
export type TrainingLogLine = z.infer<typeof TrainingLogLine>
