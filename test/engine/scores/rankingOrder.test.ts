import fc from 'fast-check'
import { expect, test } from 'vitest'
import { rankingOrder } from '../../../main/engine/scores/rankingOrder.ts'

test('images are ordered from the highest score to the lowest, equal scores by position', () => {
  const scores = fc.array(
    fc.oneof(fc.float({ noNaN: true }), fc.constantFrom(0, -0, 1, -1, Infinity, -Infinity)),
    { maxLength: 200 },
  )
  fc.assert(
    fc.property(scores, (values) => {
      const scores = Float32Array.from(values)
      const expected = [...scores.keys()].sort((a, b) =>
        scores[a] === scores[b] ? a - b : scores[b] - scores[a],
      )
      expect([...rankingOrder(scores)]).toEqual(expected)
    }),
    { seed: 1 },
  )
})
