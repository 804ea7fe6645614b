import { expect, test } from 'vitest'
import type { Retraining } from '../../main/cli/commands/retrain.ts'
import { retrainingText } from '../../main/cli/output/retrainingText.ts'

const comparison = { columns: [], pairs: [], unlike: [], images: 60, normals: 8, anomalies: 4, sameSet: false, notes: [] }

test('a retraining is told with what was learned anew, and which column is before and which after', () => {
  const ensemble = { id: 7, name: 'parts, as judged' } as Retraining['ensemble']
  const relabelling = { relabelled: 1, leaving: 2, joining: 3, tests: 1 }
  const text = retrainingText({ ensemble, imageSetId: 2, relabelling, comparison })
  expect(text).toContain(
    'Ensemble 7, parts, as judged: 1 image relabelled, 2 left training, 3 came in, 1 judged test image kept as before.')
  expect(text).toContain('A is before, B after')
  expect(text).toContain('60 common images; 8 normal and 4 anomalous test images count.')
})
