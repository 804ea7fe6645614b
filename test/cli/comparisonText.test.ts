import { expect, test } from 'vitest'
import { comparisonText } from '../../main/cli/output/comparisonText.ts'
import type { Comparison } from '../../main/contract/comparisons.ts'

const metrics = { normals: 8, anomalies: 4, auroc: 0.9, aurocInterval: [0.8, 0.95] as [number, number], auprOut: 0.7, auprIn: 0.9, fpr95: 0.25, f1Max: 0.8 }
const column = { scoreId: 3, ensembleId: 1, ensemble: 'E', imageSetId: 1, imageSet: 'parts, version 1', detector: 'divergence', metrics, threshold: 1, flagged: 5 }
const none = { both: 0, first: 0, second: 0, neither: 0 }
const comparison: Comparison = {
  columns: [column, { ...column, scoreId: 4, metrics: null }], images: 60, normals: 8, anomalies: 4, sameSet: true, notes: ['A note.'],
  unlike: [{ what: 'seed', values: ['1', '2'] }],
  pairs: [{
    first: 0, second: 1, difference: { estimate: -0.05, interval: [-0.1, 0.02], p: 0.2, adjusted: 0.2 }, classes: [],
    correlation: 0.9, quadrants: { normals: none, anomalies: none }, sentence: 'The difference is within noise.',
  }],
}

test('a comparison is read as a table of figures, a line a pair, and what differs', () => {
  const text = comparisonText(comparison)
  expect(text).toMatch(/^60 common images; 8 normal and 4 anomalous test images count\.\nA note\.\n\n/)
  expect(text).toMatch(/\nA +0\.9000 +0\.8000 to 0\.9500 +0\.7000 +25\.0 % +5 +3: E, divergence, parts, version 1\nB +- +- +-/)
  expect(text).toContain('A against B: -0.0500 (-0.1000 to +0.0200), p = 0.20 by Holm. The difference is within noise.')
  expect(text).toMatch(/differs +A +B\nseed +1 +2$/)
})
