import type { ClassRoles } from '../training/classRoles.ts'
import type { Shop } from '../queue/job.ts'
import { knownPace, type Work } from './knownPace.ts'
import { probePace } from './probePace.ts'

/** How long a step takes, and whether that was measured in trainings before or just now. */
export interface Pace { millisecondsPerStep: number; measured: 'before' | 'now' }

/**
 * The pace of a piece of work: of members trained before, else of a short probe.
 * @throws EngineFailure UNAVAILABLE with the worker's reason where the probe failed
 */
export async function paceOf(
  shop: Pick<Shop, 'store' | 'scripts' | 'cores' | 'runtime' | 'cardMemory'>, work: Work, roles: ClassRoles,
): Promise<Pace> {
  const before = knownPace(shop.store, work, shop.cores)
  if (before !== null) return { millisecondsPerStep: before, measured: 'before' }
  return { millisecondsPerStep: await probePace(shop, work, roles), measured: 'now' }
}
