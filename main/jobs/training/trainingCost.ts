import { statfs } from 'node:fs/promises'
import type { Failure } from '../../contract/errors.ts'
import type { ImageSet } from '../../contract/imageSets.ts'
import type { EnsembleSettings } from '../../contract/settings.ts'
import type { TrainingCost } from '../../contract/training.ts'
import { type ClassRoles, classRoles } from './classRoles.ts'
import { placesAtOnce } from '../devices/placesAtOnce.ts'
import { asFailure } from '../queue/failures.ts'
import { refuseFolds } from './folds.ts'
import type { Shop } from '../queue/job.ts'
import { memberSize } from './memberSize.ts'
import type { MeasuredPaces } from '../pace/measuredPaces.ts'
import { memberSteps } from '../pace/memberSteps.ts'
import type { Pace } from '../pace/pace.ts'
import { memberKeys, memberThreads } from './planMembers.ts'
import type { JobQueue } from '../queue/queue.ts'

type Costing = Pick<Shop, 'store' | 'cores' | 'runtime' | 'cardMemory'> & { paces: MeasuredPaces; queue: JobQueue }

/**
 * What an ensemble of those settings takes. Where no step can be measured the rest is told all the same, with the reason.
 * @throws EngineFailure BAD_INPUT where the settings do not fit the set, UNAVAILABLE without a TensorFlow runtime
 */
export async function trainingCost(
  shop: Costing, imageSet: ImageSet, settings: EnsembleSettings, signal?: AbortSignal,
): Promise<TrainingCost> {
  const roles = classRoles(imageSet, settings)
  refuseFolds(shop.store, imageSet, roles, settings)
  const keys = memberKeys(shop, { imageSetId: imageSet.id, settings, known: roles.known })
  const members = keys.filter((key) => !shop.store.members.trained(key)).length
  const atOnce = (await placesAtOnce(shop, { imageSet, settings }, settings.members)).length
  const steps = memberSteps(imageSet, roles.known, settings.training)
  const { parameters, bytes } = memberSize(imageSet, roles, settings)
  const { pace, why } = await paceOrWhy(shop, { imageSet, settings }, roles, members, signal)
  return {
    members, reused: keys.length - members, steps, early: settings.training.patience !== null, parameters,
    bytes: members * bytes, freeBytes: await freeBytes(shop.store.workspace), atOnce,
    threads: memberThreads(shop.cores, { settings }), pace, why,
    seconds: members === 0 ? 0 : pace && (Math.ceil(members / atOnce) * steps * pace.millisecondsPerStep) / 1000,
  }
}

interface Found { pace: Pace | null; why: Failure | null }

async function paceOrWhy(
  { paces, queue }: Costing, work: { imageSet: ImageSet; settings: EnsembleSettings }, roles: ClassRoles, members: number,
  signal?: AbortSignal,
): Promise<Found> {
  const known = paces.known(work)
  if (known) return { pace: known, why: null }
  if (members === 0) return { pace: null, why: null }
  const [running] = queue.list(['running'])
  if (running) return { pace: null, why: busy(running.title) }
  try {
    return { pace: await paces.measure(work, roles, signal), why: null }
  } catch (error) {
    signal?.throwIfAborted()
    return { pace: null, why: asFailure(error) }
  }
}

const busy = (title: string): Failure => ({
  code: 'CONFLICT', message: `A step cannot be measured while something else computes: ${title}.`,
  hint: 'The time is told as soon as that has ended. Training can be started all the same, and waits its turn.',
})

async function freeBytes(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder)
  return bavail * bsize
}
