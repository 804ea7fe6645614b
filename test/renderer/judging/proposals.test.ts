import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Evidence, proposals, strategies } from '../../../renderer/judging/proposals.ts'

const evidence: Evidence = {
  open: Uint32Array.of(4, 3, 1, 0), scores: Float32Array.of(0, 1, 2, 3, 9), threshold: 0.9,
  disagreement: Float32Array.of(0.5, 0.1, 0.9, 0.2, 0.3),
  latents: { dimension: 2, values: Float32Array.of(0, 0, 5, 0, 5, 5, 0.1, 0, 0, 0) },
  issues: [{ position: 2, suggested: 'b' }, { position: 1, suggested: 'a' }],
}
const places = (strategy: Parameters<typeof proposals>[0], most = 9) =>
  proposals(strategy, evidence, most).map(({ position }) => position)

test('each strategy begins with what it is for, and leaves out what is judged', () => {
  expect(places('score')).toEqual([4, 3, 1, 0])
  expect(places('threshold')).toEqual([1, 0, 3, 4])
  expect(places('disagreement')).toEqual([0, 4, 3, 1])
  expect(places('labels')).toEqual([1])
  // 0 is not flagged; 1 is far from 4, 3 is near it.
  expect(places('variety')).toEqual([4, 1, 3])
})

test('every proposal says why', () => {
  expect(proposals('threshold', evidence, 1)[0].reason).toMatch(/above the threshold$/)
  expect(proposals('labels', evidence, 1)[0].reason).toBe('Looks like “a”')
  for (const { value } of strategies) {
    expect(proposals(value, evidence, 9).every(({ reason }) => reason.length > 5)).toBe(true)
  }
})

test('where there is nothing to go by, nothing is proposed', () => {
  const bare = { ...evidence, disagreement: null, latents: null, issues: [] }
  expect(['disagreement', 'variety', 'labels'].map((one) => proposals(one as 'labels', bare, 9))).toEqual([[], [], []])
})

test('no image is proposed twice, none that is judged, and no more than are wanted', () => {
  const open = fc.uniqueArray(fc.nat(4)).map((positions) => Uint32Array.from(positions))
  fc.assert(fc.property(fc.constantFrom(...strategies), open, fc.nat(6), ({ value }, some, most) => {
    const found = proposals(value, { ...evidence, open: some }, most).map(({ position }) => position)
    expect(new Set(found).size).toBe(found.length)
    expect(found.every((position) => some.includes(position))).toBe(true)
    expect(found.length).toBeLessThanOrEqual(most)
  }), { seed: 4 })
})
