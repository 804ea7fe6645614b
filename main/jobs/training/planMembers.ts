import { planThreads } from '../../compute/threads.ts'
import { webGpuVersion } from '../../compute/webgpu/versions.ts'
import { EngineFailure } from '../../contract/errors.ts'
import type { ComputeDevice } from '../../contract/settings.ts'
import type { EnsembleRecord } from '../../store/ensembles.ts'
import type { MemberPlace } from '../../store/members.ts'
import { groupsHash } from './folds.ts'
import type { RuntimeIdentity, Shop } from '../queue/job.ts'
import { memberKey, type MemberIngredients } from './memberKey.ts'

type Planning = Pick<Shop, 'store' | 'cores' | 'runtime'>

/**
 * The members of an ensemble as they stand: each with its key on this machine, done where a member of that
 * key is there already. Members that are done stay what they are, whatever was updated since.
 * @throws EngineFailure UNAVAILABLE where no TensorFlow runtime is set up
 */
export function planMembers(shop: Planning, ensemble: EnsembleRecord): MemberPlace[] {
  const threads = memberThreads(shop.cores, ensemble)
  const groups = groupsHash(shop.store, ensemble)
  const before = shop.store.members.places(ensemble.id)
  return Array.from({ length: ensemble.settings.members }, (_, index) => {
    const place = before[index]
    if (place?.state === 'done') return place
    const key = keyOf(shop, ensemble, { index, threads, groups })
    const found = shop.store.members.trained(key) !== undefined
    return { index, key, threads, state: found ? 'done' : 'waiting', reason: null, reused: found }
  })
}

/** As many as there are cores. */
export function membersAtOnce(cores: number, { settings }: Pick<EnsembleRecord, 'settings'>): number {
  return Math.min(settings.members, cores)
}

/** Threads that each of them computes on. A card is fed by one, however many cores there are. */
export function memberThreads(cores: number, { settings }: Pick<EnsembleRecord, 'settings'>): number {
  return settings.device === 'webgpu' ? 1 : planThreads(cores, membersAtOnce(cores, { settings }))
}

type Kept = Pick<EnsembleRecord, 'imageSetId' | 'settings' | 'known'>

/**
 * The keys that an ensemble's members have on this machine, whether it is stored or not.
 * @throws EngineFailure UNAVAILABLE where no TensorFlow runtime is set up
 */
export function memberKeys(shop: Planning, ensemble: Kept): string[] {
  const threads = memberThreads(shop.cores, ensemble)
  const groups = groupsHash(shop.store, ensemble)
  return Array.from({ length: ensemble.settings.members }, (_, index) => keyOf(shop, ensemble, { index, threads, groups }))
}

function keyOf(
  { store, runtime }: Planning, ensemble: Kept, own: Pick<MemberIngredients, 'index' | 'threads' | 'groups'>,
): string {
  const files = store.imageSets.files(ensemble.imageSetId)!
  const hash = (artefact: number) => store.artefacts.show(artefact).sha256
  return memberKey({
    snapshot: hash(files.snapshot), labels: hash(files.labels), splits: hash(files.splits),
    known: ensemble.known, settings: ensemble.settings,
    runtime: runtimeOf(ensemble.settings.device, runtime()), ...own,
  })
}

/**
 * What computes on a device. Which card it is, only the worker knows: it is recorded with the member.
 * @throws EngineFailure UNAVAILABLE where it is TensorFlow, and none is set up
 */
export function runtimeOf(device: ComputeDevice, tensorflow: RuntimeIdentity | undefined): RuntimeIdentity {
  if (device === 'webgpu') return { flavour: 'webgpu', version: webGpuVersion() }
  if (tensorflow) return { flavour: tensorflow.flavour, version: tensorflow.version }
  throw new EngineFailure('UNAVAILABLE', 'No TensorFlow runtime is set up, and training needs one.',
    'Install one in the settings, or by "lacuna runtime install cpu".')
}
