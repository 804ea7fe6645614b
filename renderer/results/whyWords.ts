import type { Explanation } from '../../main/contract/explanations.ts'
import { distanceText, meanDistance, type Opinions } from '../../main/contract/whyWords.ts'
import { count, percent, sigmas } from '../format.ts'
import { t } from '../words/words.ts'

export { meanDistance } from '../../main/contract/whyWords.ts'

const numbers = { count, percent, sigmas }

/** A member's distance with its unit; of a classifier, the probability that it stands for. */
export const distanceWords = (distance: number, measure: Explanation['measure'], unit = 'σ'): string =>
  distanceText(distance, measure, unit, numbers)

/** What the members say of an image in one sentence: "Unlike any class in 9 of 10 members; nearest is sandal, at 6.1 sigma." */
export function whySentence(explanation: Opinions): string {
  const { classes, nearest, measure } = explanation
  const far = distanceWords(meanDistance(explanation, nearest), measure, t('sigma'))
  const values = { like: likeness(explanation), name: classes[nearest], far }
  if (classes.length === 1) return t('{like}, at {far}.', values)
  return measure === 'sigma' ? t('{like}; nearest is {name}, at {far}.', values) : t('{like}; taken for {name}, with {far}.', values)
}

/** As the engine's reports say it in English. */
function likeness({ members, classes }: Opinions): string {
  const unlike = members.filter((member) => member.unlike).length
  const only = classes.length === 1 ? { name: classes[0] } : null
  const what = unlike > 0
    ? only ? t('Unlike {name}', only) : t('Unlike any class')
    : only ? t('Like {name}', only) : t('Like a known class')
  return [what, inMembers(unlike || members.length, members.length)].filter(Boolean).join(' ')
}

function inMembers(some: number, all: number): string {
  if (all === 1) return ''
  if (some < all) return t('in {some} of {all} members', { some, all })
  return all === 2 ? t('in both members') : t('in all {all} members', { all })
}

/** What is to be said where the score's verdict is another than the distances'; empty where it is not. */
export function besideTheScore({ members }: Pick<Opinions, 'members'>, flagged: boolean): string {
  const unlike = members.filter((member) => member.unlike).length
  if (flagged && unlike === 0) return t('Flagged all the same: its score looks at more than these distances.')
  if (!flagged && unlike === members.length)
    return t('Not flagged all the same: its score looks at more than these distances.')
  return ''
}

/** Which classes the members find nearest, the most frequent first; empty where they agree. */
export function disagreement({ members, classes }: Opinions): string {
  const votes = classes.map((name, k) => ({ name, votes: members.filter(({ nearest }) => nearest === k).length }))
  const named = votes.filter((one) => one.votes > 0).toSorted((a, b) => b.votes - a.votes)
  if (named.length < 2) return ''
  return t('Nearest by member: {classes}.', { classes: named.map((one) => `${one.name} (${count(one.votes)})`).join(', ') })
}
