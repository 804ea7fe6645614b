import { expect, test } from 'vitest'
import type { UnwordedPair } from '../../main/comparisons/comparedPairs.ts'
import { pairSentence } from '../../main/comparisons/pairSentence.ts'
import { unlikeFacts } from '../../main/comparisons/unlike.ts'

type Difference = NonNullable<UnwordedPair['difference']>
const difference = (estimate: number, adjusted: number): Difference => ({ estimate, interval: [0, 0], p: adjusted, adjusted })
const none = { both: 0, first: 0, second: 0, neither: 0 }
const pair = (whole: Difference | null, classes: [string, number, number][]): UnwordedPair => ({
  first: 0, second: 1, difference: whole, correlation: 0.5, quadrants: { normals: none, anomalies: none },
  classes: classes.map(([name, estimate, adjusted]) => ({ name, images: 9, ...difference(estimate, adjusted) })),
})
const says = (...given: Parameters<typeof pair>) => pairSentence(pair(...given), ['A', 'B'])

test('a sentence names who finds more of what, and what is within noise', () => {
  expect(says(difference(0.1, 0.01), [['shirt', 0.2, 0.001], ['bag', 0.01, 0.6]]))
    .toBe('A finds more of “shirt”; the rest is within noise.')
  expect(says(difference(0.01, 0.6), [['shirt', 0.2, 0.001], ['coat', 0.2, 0.001], ['bag', -0.1, 0.02]]))
    .toBe('A finds more of “shirt” and “coat”, B finds more of “bag”.')
  expect(says(difference(0.01, 0.6), [['shirt', 0.02, 0.5]])).toBe('The difference is within noise.')
  expect(says(difference(-0.04, 0.01), [['shirt', -0.04, 0.07], ['bag', -0.04, 0.06]]))
    .toBe('B ranks the anomalies higher over all, in no class for certain.')
  expect(says(null, [])).toMatch(/^Too few common images/)
})

test('only what is not the same everywhere is listed, nested facts by their path', () => {
  expect(unlikeFacts([
    { seed: 1, training: { epochs: 4, batch: 128 }, 'held out': ['Bag'] },
    { seed: 1, training: { epochs: 8, batch: 128 }, 'held out': [], extra: null },
  ])).toEqual([
    { what: 'training.epochs', values: ['4', '8'] }, { what: 'held out', values: ['Bag', 'none'] },
    { what: 'extra', values: ['–', 'none'] },
  ])
})
