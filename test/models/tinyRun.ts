import { architectureFor } from '../../main/models/architecture.ts'
import type { TrainingImages } from '../../main/models/batches.ts'
import type { Checkpoint } from '../../main/models/checkpoint.ts'
import { classLatentVae } from '../../main/models/memberModel.ts'
import type { MemberRun, TrainingPlan } from '../../main/models/memberRun.ts'
import { stream } from '../../main/models/random.ts'
import type { TrainingWatch } from '../../main/models/trainingWatch.ts'

const SIDE = 12

/** Images of three classes, bars at different heights with noise: learnt in a few dozen steps. */
export function barImages(count: number): TrainingImages {
  const classOf = Int32Array.from({ length: count }, (_, i) => i % 3)
  const pixels = Float32Array.from({ length: count * SIDE * SIDE }, (_, i) => {
    const row = Math.floor(i / SIDE) % SIDE
    const image = Math.floor(i / (SIDE * SIDE))
    const lit = Math.floor(row / 4) === classOf[image]
    return (lit ? 0.8 : 0.1) + 0.1 * ((image * 31 + i * 7) % 10) / 10
  })
  const positions = Uint32Array.from(classOf.keys())
  return {
    train: positions.filter((i) => i % 5 !== 0), validation: positions.filter((i) => i % 5 === 0), classOf,
    read: (some) => Float32Array.from([...some].flatMap((i) => [...pixels.subarray(i * SIDE ** 2, (i + 1) * SIDE ** 2)])),
  }
}

export const plan: TrainingPlan = {
  epochs: 4, leastSteps: 0, batch: 16, learningRate: 3e-3, schedule: 'one-cycle', patience: null,
  augmentation: true, balance: false,
}

/** A member of two latent dimensions on 60 images of bars. */
export function tinyRun(changes: Partial<TrainingPlan> = {}, member = 'seed-1/member-0'): MemberRun {
  const network = architectureFor('auto', { height: SIDE, width: SIDE, channels: 1 }, 8, 2)
  const objective = { kind: 'recommended', alpha: 0.02, radius: 3, means: 'fixed', classWeight: 0 } as const
  const means = [[3, 0], [-1.5, 2.598], [-1.5, -2.598]]
  return { model: classLatentVae(network, objective, means), images: barImages(60), plan: { ...plan, ...changes }, member }
}

/** A watch that keeps every checkpoint and asks for an end after so many steps. */
export function watching(stepsUntilEnd = Infinity): TrainingWatch & { saved: Checkpoint[]; losses: number[] } {
  let steps = 0
  const saved: Checkpoint[] = []
  const losses: number[] = []
  return {
    saved, losses, lookEvery: 0, saveEvery: Infinity,
    progress: ({ loss }) => void losses.push(loss),
    curve: () => undefined,
    save: async (checkpoint) => void saved.push(structuredClone(checkpoint)),
    ending: () => ++steps >= stepsUntilEnd,
    clock: () => steps,
  }
}

/** A name for tests that need a random stream. */
export const testStream = (name: string) => stream(`test/${name}`)
