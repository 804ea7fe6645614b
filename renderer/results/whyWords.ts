import type { Explanation, MemberOpinion } from '../../main/contract/explanations.ts'
import { count, percent, sigmas } from '../format.ts'

type Opinions = Pick<Explanation, 'classes' | 'nearest' | 'measure'> & { members: Pick<MemberOpinion, 'distances' | 'unlike' | 'nearest'>[] }
type Measure = Explanation['measure']

/** A member's distance with its unit; of a classifier, the probability that it stands for. */
export const distanceWords = (distance: number, measure: Measure, unit = 'σ'): string =>
  measure === 'sigma' ? `${sigmas(distance)} ${unit}` : percent(Math.exp(-distance))

/** The mean over the members of an image's distance to a class; of classifiers, of the class's probability, as surprise. */
export function meanDistance({ members, measure }: Pick<Opinions, 'members' | 'measure'>, k: number): number {
  const mean = (of: (distance: number) => number) =>
    members.reduce((sum, { distances }) => sum + of(distances[k]), 0) / members.length
  return measure === 'sigma' ? mean((distance) => distance) : -Math.log(mean((distance) => Math.exp(-distance)))
}

/** What the members say of an image in one sentence: "Unlike any class in 9 of 10 members; nearest is sandal, at 6.1 sigma." */
export function whySentence(explanation: Opinions): string {
  const { classes, nearest, measure } = explanation
  const far = distanceWords(meanDistance(explanation, nearest), measure, 'sigma')
  if (classes.length === 1) return `${likeness(explanation, classes[0])}, at ${far}.`
  const end = measure === 'sigma' ? `nearest is ${classes[nearest]}, at ${far}` : `taken for ${classes[nearest]}, with ${far}`
  return `${likeness(explanation, 'any class')}; ${end}.`
}

/** @param what the image is like or unlike */
function likeness({ members }: Opinions, what: string): string {
  const unlike = members.filter((member) => member.unlike).length
  if (unlike > 0) return `Unlike ${what} ${inMembers(unlike, members.length)}`.trimEnd()
  const like = what === 'any class' ? 'Like a known class' : `Like ${what}`
  return `${like} ${inMembers(members.length, members.length)}`.trimEnd()
}

function inMembers(some: number, all: number): string {
  if (all === 1) return ''
  if (some < all) return `in ${count(some)} of ${count(all)} members`
  return all === 2 ? 'in both members' : `in all ${count(all)} members`
}

/** What is to be said where the score's verdict is another than the distances'; empty where it is not. */
export function besideTheScore({ members }: Pick<Opinions, 'members'>, flagged: boolean): string {
  const unlike = members.filter((member) => member.unlike).length
  if (flagged && unlike === 0) return 'Flagged all the same: its score looks at more than these distances.'
  if (!flagged && unlike === members.length) return 'Not flagged all the same: its score looks at more than these distances.'
  return ''
}

/** Which classes the members find nearest, the most frequent first; empty where they agree. */
export function disagreement({ members, classes }: Opinions): string {
  const votes = classes.map((name, k) => ({ name, votes: members.filter(({ nearest }) => nearest === k).length }))
  const named = votes.filter((one) => one.votes > 0).toSorted((a, b) => b.votes - a.votes)
  if (named.length < 2) return ''
  return `Nearest by member: ${named.map((one) => `${one.name} (${count(one.votes)})`).join(', ')}.`
}
