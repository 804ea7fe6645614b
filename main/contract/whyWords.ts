import type { Explanation, MemberOpinion } from './explanations.ts'

export type Opinions = Pick<Explanation, 'classes' | 'nearest' | 'measure'> & { members: Pick<MemberOpinion, 'distances' | 'unlike' | 'nearest'>[] }

/** How numbers are written where the words stand: a count, a share as a percentage, a distance in sigma. */
export interface WhyNumbers { count(n: number): string; percent(part: number): string; sigmas(distance: number): string }

/** A member's distance with its unit; of a classifier, the probability that it stands for. */
export const distanceText = (distance: number, measure: Explanation['measure'], unit: string, numbers: WhyNumbers): string =>
  measure === 'sigma' ? `${numbers.sigmas(distance)} ${unit}` : numbers.percent(Math.exp(-distance))

/** The mean over the members of an image's distance to a class; of classifiers, of the class's probability, as surprise. */
export function meanDistance({ members, measure }: Pick<Opinions, 'members' | 'measure'>, k: number): number {
  const mean = (of: (distance: number) => number) =>
    members.reduce((sum, { distances }) => sum + of(distances[k]), 0) / members.length
  return measure === 'sigma' ? mean((distance) => distance) : -Math.log(mean((distance) => Math.exp(-distance)))
}

/** What the members say of an image in one sentence: "Unlike any class in 9 of 10 members; nearest is sandal, at 6.1 sigma." */
export function whyText(explanation: Opinions, numbers: WhyNumbers): string {
  const { classes, nearest, measure } = explanation
  const far = distanceText(meanDistance(explanation, nearest), measure, 'sigma', numbers)
  if (classes.length === 1) return `${likeness(explanation, classes[0], numbers)}, at ${far}.`
  const end = measure === 'sigma' ? `nearest is ${classes[nearest]}, at ${far}` : `taken for ${classes[nearest]}, with ${far}`
  return `${likeness(explanation, 'any class', numbers)}; ${end}.`
}

/** @param what the image is like or unlike */
function likeness({ members }: Opinions, what: string, numbers: WhyNumbers): string {
  const unlike = members.filter((member) => member.unlike).length
  if (unlike > 0) return `Unlike ${what} ${inMembers(unlike, members.length, numbers)}`.trimEnd()
  const like = what === 'any class' ? 'Like a known class' : `Like ${what}`
  return `${like} ${inMembers(members.length, members.length, numbers)}`.trimEnd()
}

function inMembers(some: number, all: number, { count }: WhyNumbers): string {
  if (all === 1) return ''
  if (some < all) return `in ${count(some)} of ${count(all)} members`
  return all === 2 ? 'in both members' : `in all ${count(all)} members`
}
