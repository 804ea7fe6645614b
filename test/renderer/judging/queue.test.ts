import { expect, test } from 'vitest'
import { missingEvidence } from '../../../renderer/judging/missing.ts'
import type { Proposal } from '../../../renderer/judging/proposals.ts'
import { queueSize, refilled } from '../../../renderer/judging/queue.ts'

/** Proposes the images that are not judged, from 0 on, of so many. */
const rising = (images: number, judged: Set<number>) => (most: number): Proposal[] =>
  Array.from({ length: images }, (_, position) => ({ position, reason: `image ${position}` }))
    .filter(({ position }) => !judged.has(position)).slice(0, most)

const positions = (queue: Proposal[]) => queue.map(({ position }) => position)

function judgedUpTo(n: number) {
  const judged = new Set(Array.from({ length: n }, (_, i) => i))
  return { judged, isJudged: (position: number) => judged.has(position) }
}

test('a queue is filled at first, and stays the same while enough of it waits', () => {
  const { judged, isJudged } = judgedUpTo(0)
  const queue = refilled([], isJudged, rising(200, judged))
  expect(positions(queue)).toEqual(Array.from({ length: queueSize }, (_, i) => i))
  const few = judgedUpTo(queueSize / 2)
  expect(refilled(queue, few.isJudged, rising(200, few.judged))).toBe(queue)
})

test('once half of it is judged more come at its end, nothing twice and nothing moved', () => {
  const queue = refilled([], () => false, rising(200, new Set()))
  const { judged, isJudged } = judgedUpTo(queueSize / 2 + 1)
  const more = refilled(queue, isJudged, rising(200, judged))
  expect(more.slice(0, queueSize)).toEqual(queue)
  expect(positions(more)).toEqual(Array.from({ length: queueSize + judged.size }, (_, i) => i))
})

test('where there is nothing more to propose it ends', () => {
  const queue = refilled([], () => false, rising(3, new Set()))
  const { judged, isJudged } = judgedUpTo(3)
  expect(positions(queue)).toEqual([0, 1, 2])
  expect(refilled(queue, isJudged, rising(3, judged))).toBe(queue)
})

test.each([
  ['score', { open: 0 }, /All images that are shown are judged/],
  ['disagreement', { members: 1 }, /takes two to disagree/],
  ['disagreement', { members: 3 }, /not scored/],
  ['variety', {}, /above the threshold/],
  ['labels', { areLabelsJudged: false }, /not judged yet/],
  ['labels', { areLabelsJudged: true }, /No label that looks wrong/],
] as const)('what the strategy %s lacks is said: %j', (strategy, lacks, words) => {
  const plain = { shown: 9, open: 5, members: 2, isDisagreementScored: false, areLabelsJudged: false }
  expect(missingEvidence(strategy, { ...plain, ...lacks })).toMatch(words)
})
