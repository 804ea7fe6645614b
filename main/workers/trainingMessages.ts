import type { Checkpoint } from '../models/checkpoint.ts'
import { epochsOf, type MemberRun, stepsOf } from '../models/memberRun.ts'
import type { TrainingWatch } from '../models/trainingWatch.ts'
import type { Channel } from './channel.ts'

const LOOK_SECONDS = 0.5
const SAVE_SECONDS = 20

/** Turns what a training run tells into messages to the engine, and what the engine asks into the run's end. */
export function trainingWatch(
  channel: Channel, run: MemberRun, save: (checkpoint: Checkpoint) => Promise<void>,
): TrainingWatch {
  const steps = epochsOf(run) * stepsOf(run)
  channel.progress({
    phase: 'training', epoch: 0, epochs: epochsOf(run), step: 0, steps, loss: null, imagesPerSecond: null, secondsLeft: null,
  })
  return {
    progress: (at) => channel.progress({ phase: 'training', ...at }),
    curve: (point) => channel.curve(point),
    save,
    ending: () => channel.paused.aborted || channel.cancelled.aborted,
    clock: () => performance.now() / 1000,
    lookEvery: LOOK_SECONDS,
    saveEvery: SAVE_SECONDS,
  }
}
