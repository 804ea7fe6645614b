import { encodeImages } from '../../../main/models/encoding.ts'
import type { EncodingName, Encodings } from '../../../main/models/encodingNames.ts'
import type { Objective } from '../../../main/models/losses.ts'
import { classifier, classLatentVae, type MemberModel } from '../../../main/models/memberModel.ts'
import type { MemberRun } from '../../../main/models/memberRun.ts'
import { stream } from '../../../main/models/random.ts'
import { trainMember } from '../../../main/models/training.ts'
import { countParameters } from '../../../main/models/parameters.ts'
import { watching } from '../../models/tinyRun.ts'

const SIDE = 8
const BATCH = 4
const network = {
  image: { height: SIDE, width: SIDE, channels: 1 }, latent: 2, dense: 8,
  stages: [{ filters: 4, stride: 1 as const }, { filters: 8, stride: 2 as const }],
}
const recommended: Objective = { kind: 'recommended', alpha: 1 / 25, radius: 3, means: 'fixed', classWeight: 50 }
const means = [[3, 0], [-3, 0]]

/** Every loss, every kind of layer. */
const models: Record<string, MemberModel> = {
  recommended: classLatentVae(network, recommended, means),
  'as coded, with learned means': classLatentVae(network, { ...recommended, kind: 'as-coded', means: 'learned' }, means),
  classifier: classifier(network, recommended, 2),
}

export interface ToyResult {
  /** Mean losses by epoch. */
  losses: number[]
  /** A tenth of the first step's gradient, as Adam keeps it. */
  gradient: number[]
  parameters: number[]
  /** What the trained member says of the images, by name. */
  encodings: Record<string, number[]>
  milliseconds: number
}

/** Trains each of the models, one is interrupted after a step and goes on, on the device that tfjs-core computes on. */
export async function trainToys(): Promise<Record<string, ToyResult>> {
  const results: Record<string, ToyResult> = {}
  for (const [name, model] of Object.entries(models)) results[name] = await train(name, model)
  return results
}

async function train(name: string, model: MemberModel): Promise<ToyResult> {
  const run = toyRun(name, model)
  const begun = performance.now()
  const first = await trainMember(run, watching(1), null)
  const gradient = [...first.checkpoint.first]
  const { checkpoint } = await trainMember(run, watching(), first.checkpoint)
  const milliseconds = (performance.now() - begun) / checkpoint.step
  const losses = checkpoint.curve.map(({ loss }) => loss)
  const encodings = await encode(model, checkpoint.parameters, run)
  return { losses, gradient, parameters: [...checkpoint.parameters], encodings, milliseconds }
}

/** Two epochs of two steps. */
function toyRun(name: string, model: MemberModel): MemberRun {
  const count = 2 * BATCH
  const random = stream(`${name}/pixels`)
  const pixels = Float32Array.from({ length: count * SIDE ** 2 }, () => random.uniform())
  const read = (some: Uint32Array) =>
    Float32Array.from([...some].flatMap((i) => [...pixels.subarray(i * SIDE ** 2, (i + 1) * SIDE ** 2)]))
  const train = Uint32Array.from({ length: count }, (_, i) => i)
  const images = { train, validation: train.subarray(0, 2), classOf: Int32Array.from(train, (i) => i % 2), read }
  const plan = {
    epochs: 2, leastSteps: 0, batch: BATCH, learningRate: 3e-3, schedule: 'one-cycle' as const, patience: null,
    augmentation: true, balance: false,
  }
  return { model, images, plan, member: `toy/${name}` }
}

async function encode(model: MemberModel, parameters: Float32Array, { images }: MemberRun): Promise<Record<string, number[]>> {
  const names: EncodingName[] = model.kind === 'cnn' ? ['features', 'logits'] : ['means', 'logVariances', 'bce', 'mse', 'ssim']
  const reader = { count: images.train.length, read: images.read }
  const flat = parameters.subarray(0, countParameters(model.slots))
  const said: Encodings = await encodeImages(model, flat, reader, names, () => undefined)
  return Object.fromEntries(names.map((name) => [name, [...said[name]!]]))
}
