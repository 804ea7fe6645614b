import { expect, test } from 'vitest'
import { describedDetector, detectorName, detectorOf } from '../../main/contract/detectorNames.ts'

const all = [{ id: 'centre', name: 'Centre' }, { id: 'encoder-knn', name: 'Neighbours' }]

test('a score\'s name has its detector, and its encoder behind an @ where it reads one', () => {
  expect(detectorName('centre')).toEqual({ id: 'centre', encoder: null })
  expect(detectorName(detectorOf('encoder-knn', 'resnet-18.v2'))).toEqual({ id: 'encoder-knn', encoder: 'resnet-18.v2' })
})

test('for people two encoders are told apart by the detector\'s name', () => {
  expect(['encoder-knn@one', 'encoder-knn@two', 'centre', 'encoder-knn'].map((text) => describedDetector(all, text)?.name))
    .toEqual(['Neighbours (one)', 'Neighbours (two)', 'Centre', 'Neighbours'])
  expect(describedDetector(all, 'gone@one')).toBeUndefined()
})
