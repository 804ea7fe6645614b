import type { Proposal } from './proposals.ts'

/** Images that wait to be judged: so many are proposed at a time, and more once half of them are judged. */
export const queueSize = 50
const least = queueSize / 2

/**
 * The queue with more at its end where few of it are left to judge. What was proposed stays where it is, also once it
 * is judged: nothing moves while somebody works through it.
 * @param propose at most so many, the most telling first; some may be in the queue already
 * @returns the same queue where it needs no more, or there is no more
 */
export function refilled(
  queue: Proposal[], isJudged: (position: number) => boolean, propose: (most: number) => Proposal[],
): Proposal[] {
  const waiting = queue.filter(({ position }) => !isJudged(position)).length
  if (waiting >= least && queue.length > 0) return queue
  const known = new Set(queue.map(({ position }) => position))
  const more = propose(queueSize + waiting).filter(({ position }) => !known.has(position))
  return more.length === 0 ? queue : [...queue, ...more.slice(0, queueSize - waiting)]
}
