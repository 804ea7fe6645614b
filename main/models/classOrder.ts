import { placeMeans } from './sphere.ts'
import { stream } from './random.ts'

/**
 * Which class sits on which point of the sphere: a fresh permutation for each member, so that members disagree about
 * the gaps between the classes; or the same order in all of them, the control for that claim.
 * @returns the prior means by class, classes x d
 */
export function memberMeans(
  classes: number, latent: number, radius: number, order: 'random' | 'fixed', member: string,
): number[][] {
  const points = placeMeans(classes, latent, radius)
  if (order === 'fixed') return points
  return [...stream(`${member}/order`).permutation(classes)].map((point) => points[point])
}

/** The name under which everything random of a member is derived: it knows the seed and the index, nothing else. */
export const memberStreamName = (seed: number, index: number): string => `seed-${seed}/member-${index}`
