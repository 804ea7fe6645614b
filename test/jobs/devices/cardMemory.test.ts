import { expect, test } from 'vitest'
import { cardBytes, estimatedCardBytes, rememberCardBytes } from '../../../main/jobs/devices/cardMemory.ts'
import type { ImageSet } from '../../../main/contract/imageSets.ts'
import { settings } from '../../engine/engineInTest.ts'

function work(side: number, batch: number) {
  const snapshot = { height: side, width: side, channels: 3 }
  return { settings: settings({}, { batch }), imageSet: { snapshot } as ImageSet }
}

test('larger images and larger batches are estimated to take more', () => {
  const plain = estimatedCardBytes(work(32, 64))
  expect(estimatedCardBytes(work(64, 64))).toBeGreaterThan(plain)
  expect(estimatedCardBytes(work(32, 128))).toBeGreaterThan(plain)
  expect(plain).toBeLessThan(1.5e9)
})

test('what was measured takes the place of the estimate, for the same kind of work alone', () => {
  const shop = { cores: 2, cardMemory: new Map<string, number>() }
  rememberCardBytes(shop, work(32, 64), null)
  expect(cardBytes(shop, work(32, 64))).toBe(estimatedCardBytes(work(32, 64)))
  rememberCardBytes(shop, work(32, 64), 2e9)
  expect(cardBytes(shop, work(32, 64))).toBe(2e9)
  expect(cardBytes(shop, work(64, 64))).toBe(estimatedCardBytes(work(64, 64)))
})
