import { expect, test } from 'vitest'
import type { Score } from '../../../main/contract/scores.ts'
import { detectorName, latestByDetector } from '../../../renderer/results/detectorNames.ts'

const described = [{ id: 'centre', name: 'Closeness to the centre' }, { id: 'plain', name: 'Plain' }]
const score = (id: number, detector: string) => ({ id, detector }) as Score

test('a detector has its name, scores from elsewhere the one that they were imported under, and others their id', () => {
  expect(detectorName('centre', described)).toBe('Closeness to the centre')
  expect(detectorName('imported:PatchCore', described)).toBe('PatchCore (imported)')
  expect(detectorName('gone', described)).toBe('gone')
})

test('the latest score of each detector is offered, ours first, and none is lost', () => {
  const scores = [score(1, 'imported:b'), score(2, 'plain'), score(3, 'centre'), score(4, 'plain'), score(5, 'imported:a')]
  expect(latestByDetector(scores, described).map(({ id }) => id)).toEqual([3, 4, 1, 5])
  expect(latestByDetector([], described)).toEqual([])
})
