import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout } from 'node:timers/promises'
import type { CurvePoint } from '../../../main/contract/ensembles.ts'
import { previewBytes } from '../../../main/contract/trainingPreview.ts'
import { type Channel, serve } from '../../../main/workers/channel.ts'
import type { MemberJob, MemberResult } from '../../../main/workers/messages.ts'
import { behaviours } from './behaviours.ts'

interface State { epoch: number; value: number; curve: CurvePoint[] }

// Stands in for the member worker: an epoch takes `batch` milliseconds, and its weights follow from all
// epochs before.
serve('member', async (job, channel) => {
  await mkdir(job.directory, { recursive: true })
  await writeFile(path.join(job.directory, 'pid'), String(process.pid))
  const state = await checkpoint(job)
  channel.note(state.epoch > 0 ? `Goes on from step ${state.epoch}.` : 'Starts.')
  while (state.epoch < job.settings.training.epochs) {
    if (channel.paused.aborted) return 'paused'
    await misbehave(job, state.epoch)
    await epoch(job, state, channel)
    advance(job, state, channel)
    if (job.previews) await preview(job, state, channel)
    await save(job, state)
  }
  return finish(job, state)
})

async function epoch({ settings }: MemberJob, state: State, channel: Channel): Promise<void> {
  if (settings.seed === behaviours.deaf && state.epoch === 1) await setTimeout(60_000)
  await setTimeout(settings.training.batch, undefined, { signal: channel.cancelled })
}

async function misbehave({ settings, index, directory }: MemberJob, epoch: number): Promise<void> {
  if (index !== 1 || epoch !== 2) return
  if (settings.seed === behaviours.diverges)
    throw Object.assign(new Error('The loss became NaN in epoch 2.'), { code: 'DIVERGED', hint: null })
  if (settings.seed === behaviours.fullDisk)
    throw Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' })
  if (settings.seed === behaviours.crashes) throw new Error('an assertion of ours')
  const marker = path.join(directory, 'died')
  if (settings.seed !== behaviours.diesOnce || (await there(marker))) return
  await writeFile(marker, '')
  process.kill(process.pid, 'SIGKILL')
  await setTimeout(60_000)
}

function advance({ settings, index }: MemberJob, state: State, channel: Channel): void {
  state.epoch++
  state.value = Math.sin(state.value * 31 + settings.seed + index + state.epoch)
  const point = {
    epoch: state.epoch, step: state.epoch, loss: 1 / state.epoch, reconstruction: 1, divergence: 1,
    validationLoss: null, learningRate: 0.1, seconds: state.epoch,
  }
  state.curve.push(point)
  channel.curve(point)
  channel.progress({
    phase: 'training', epoch: state.epoch, epochs: settings.training.epochs, step: state.epoch,
    steps: settings.training.epochs, loss: point.loss, imagesPerSecond: 1, secondsLeft: 1,
  })
}

/** Two pictures of two by two pixels, and as many points as there are classes twice. */
async function preview({ directory, images, settings }: MemberJob, { epoch, value }: State, channel: Channel): Promise<void> {
  const classes = Int32Array.from({ length: 2 * images.known.length }, (_, i) => i % images.known.length)
  const dimension = settings.model.latent
  const bytes = previewBytes({
    epoch, step: epoch, dimension, priorMeans: images.known.map((_, k) => Array.from({ length: dimension }, (_, i) => Number(i === k))),
    image: { height: 2, width: 2, channels: 1 }, classes,
    means: Float32Array.from({ length: classes.length * dimension }, (_, i) => Math.sin(value * 7 + i)),
    pictureClasses: Int32Array.of(0, 1), originals: Uint8Array.of(0, 255, 0, 255, 255, 0, 255, 0),
    reconstructions: Uint8Array.of(epoch, 200, 0, 200, 200, 0, 200, 0),
  })
  await writeFile(`${directory}/preview.bin.part`, bytes)
  await rename(`${directory}/preview.bin.part`, `${directory}/preview.bin`)
  channel.preview(epoch)
}

async function checkpoint({ directory }: MemberJob): Promise<State> {
  const file = path.join(directory, 'checkpoint.json')
  return (await there(file)) ? JSON.parse(await readFile(file, 'utf8')) : { epoch: 0, value: 0.5, curve: [] }
}

async function save({ directory }: MemberJob, state: State): Promise<void> {
  const file = path.join(directory, 'checkpoint.json')
  await writeFile(`${file}.part`, JSON.stringify(state))
  await rename(`${file}.part`, file)
}

async function finish(
  { directory, images, index, settings, previews }: MemberJob, { value, curve, epoch }: State,
): Promise<MemberResult> {
  const at = (name: string) => path.join(directory, name)
  const means = Float32Array.from({ length: images.snapshot.images * 2 }, (_, i) => value + i)
  await writeFile(at('weights.f32'), Float32Array.of(value, index))
  await writeFile(at('means.f32'), means)
  await writeFile(
    at('member.json'),
    JSON.stringify({
      priorMeans: images.known.map((_, k) => [k, 0]),
      seed: settings.seed,
      index,
      value,
      objective: settings.objective,
      gaussians: {
        dimension: 2, means: images.known.map((_, k) => [k, 0]),
        covariances: images.known.map(() => [1, 0, 0, 1]), choleskys: images.known.map(() => [1, 0, 0, 1]),
      },
    }),
  )
  return {
    weights: at('weights.f32'),
    description: at('member.json'),
    encodings: { means: at('means.f32') },
    parameters: 2,
    seconds: epoch,
    curve,
    device: told(), memory: 100, cardBytes: null, ...(previews && { preview: at('preview.bin') }),
    health: {
      accuracy: 1, divergence: 1, activeDimensions: 2, smallestAngle: 90, healthy: true,
      sentences: ['Healthy.'],
    },
  }
}

async function there(file: string): Promise<boolean> {
  return readFile(file).then(() => true, () => false)
}

/** With the runtime and the card that this process was given, so that tests see them. */
function told(): string {
  const { LACUNA_RUNTIME_PINNED: runtime, CUDA_VISIBLE_DEVICES: card } = process.env
  return ['stand-in', runtime && `with ${runtime}`, card && `on ${card}`].filter(Boolean).join(' ')
}
