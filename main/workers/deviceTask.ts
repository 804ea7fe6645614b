import { openDevice } from '../compute/devices.ts'
import { architectureFor } from '../models/architecture.ts'
import type { TrainingImages } from '../models/batches.ts'
import { memberMeans } from '../models/classOrder.ts'
import { classLatentVae, type MemberModel } from '../models/memberModel.ts'
import { stream } from '../models/random.ts'
import { batchAt, freshCheckpoint, stepStateOf } from '../models/trainingState.ts'
import { disposeState, trainingStep } from '../models/trainingStep.ts'
import type { DeviceJob, DeviceResult } from './messages.ts'

const shape = { height: 28, width: 28, channels: 1 }
const classes = 4
const batch = 64
/** The first steps prepare kernels and memory, and are not timed. */
const preparing = 3

/** The first training steps of a member with the paper's network for MNIST: the same numbers on every device, up to rounding. */
export async function tryDevice({ device: asked, steps }: DeviceJob): Promise<DeviceResult> {
  const device = await openDevice(asked)
  const { losses, milliseconds } = await takeSteps(model(), madeImages(), steps)
  const timed = milliseconds.slice(preparing)
  return { device, losses, millisecondsPerStep: timed.reduce((sum, one) => sum + one, 0) / timed.length }
}

async function takeSteps(member: MemberModel, images: TrainingImages, steps: number): Promise<{ losses: number[]; milliseconds: number[] }> {
  let state = stepStateOf(freshCheckpoint(member, 'device'))
  let before = 0
  const [losses, milliseconds]: number[][] = [[], []]
  for (let step = 1; step <= steps; step += 1) {
    const begun = performance.now()
    state = trainingStep(member, state, batchAt(member, images, images.train, `device/step-${step}`, false), step, 1e-3)
    // Reading the loss waits for the device, so that the time is that of the whole step.
    const [sum] = await state.sums.data()
    milliseconds.push(performance.now() - begun)
    losses.push((sum - before) / images.train.length)
    before = sum
  }
  disposeState(state)
  return { losses, milliseconds }
}

function model(): MemberModel {
  const network = architectureFor('mnist', shape, 16, 2)
  const objective = { kind: 'recommended', alpha: 1 / 6, radius: 3, means: 'fixed', classWeight: 0 } as const
  return classLatentVae(network, objective, memberMeans(classes, network.latent, objective.radius, 'fixed', 'device'))
}

/** Bright bars, one place a class, on seeded noise. */
function madeImages(): TrainingImages {
  const size = shape.height * shape.width
  const random = stream('device/images')
  const pixels = Float32Array.from({ length: batch * size }, (_, place) => {
    const [image, row] = [Math.floor(place / size), Math.floor((place % size) / shape.width)]
    return Math.floor(row / 7) === image % classes ? 0.9 : 0.2 * random.uniform()
  })
  return {
    train: Uint32Array.from({ length: batch }, (_, position) => position), validation: new Uint32Array(),
    classOf: Int32Array.from({ length: batch }, (_, position) => position % classes),
    read: (positions) => Float32Array.from([...positions].flatMap((position) => [...pixels.subarray(position * size, (position + 1) * size)])),
  }
}
