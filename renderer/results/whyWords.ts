import type { Explanation } from '../../main/contract/explanations.ts'
import { distanceText, type Opinions, whyText } from '../../main/contract/whyWords.ts'
import { count, percent, sigmas } from '../format.ts'

export { meanDistance } from '../../main/contract/whyWords.ts'

const numbers = { count, percent, sigmas }

/** A member's distance with its unit; of a classifier, the probability that it stands for. */
export const distanceWords = (distance: number, measure: Explanation['measure'], unit = 'σ'): string =>
  distanceText(distance, measure, unit, numbers)

/** What the members say of an image in one sentence: "Unlike any class in 9 of 10 members; nearest is sandal, at 6.1 sigma." */
export const whySentence = (explanation: Opinions): string => whyText(explanation, numbers)

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
