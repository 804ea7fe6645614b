import type { CurvePoint, Member } from '../../contract/ensembles.ts'
import { counted, duration, figure } from '../../reports/text.ts'
import type { ComputeDevice } from '../../contract/settings.ts'
import type { MemberPlace } from '../../store/members.ts'
import type { MemberResult } from '../../workers/messages.ts'
import type { Shop } from '../queue/job.ts'
import { runtimeOf } from './planMembers.ts'

/** What the log of a training says when it begins: how many members there are, and on what they compute. */
export function planWords({ cores, runtime }: Pick<Shop, 'cores' | 'runtime'>, device: ComputeDevice, places: MemberPlace[]): string {
  const open = places.filter(({ state }) => state !== 'done')
  if (open.length === 0) return `Begins: all ${counted(places.length, 'member')} were trained before.`
  const there = places.length - open.length
  const before = there > 0 ? `; ${there} done before` : ''
  const { flavour, version } = runtimeOf(device, runtime())
  const library = device === 'webgpu' ? `WebGPU ${version}` : `TensorFlow ${version} ${flavour}`
  const threads = `${counted(open[0].threads, 'thread')} each on ${counted(cores, 'core')}`
  return `Begins: ${counted(open.length, 'member')} to train${before}; ${threads}; ${library}.`
}

/** What it says of an epoch's end. */
export function epochWords({ epoch, step, loss, validationLoss, seconds }: CurvePoint): string {
  const validation = validationLoss === null ? '' : `, on validation ${figure(validationLoss)}`
  return `Epoch ${epoch}, step ${step}: loss ${figure(loss)}${validation}, ${duration(seconds)} of training.`
}

/** What it says of a member's end. */
export function doneWords({ curve, seconds, parameters, health: { healthy } }: MemberResult): string {
  const how = healthy ? 'and looks healthy' : 'and does not look healthy: see its health'
  return `Done in ${duration(seconds)}, ${counted(curve.length, 'epoch')}, ${counted(parameters, 'parameter')}, ${how}.`
}

/** What it says where a member rests or ends without a result; a failure has its reason. */
export function stateWords(state: Member['state'], reason: string | null): string {
  if (state === 'failed') return `Failed. ${reason ?? ''}`.trim()
  return state === 'paused' ? 'Paused, and left a checkpoint.' : 'Cancelled.'
}
