import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import type { Statistics } from '../../../main/datasets/statistics.ts'
import { unlikeImages } from '../../../main/jobs/scoring/unlikeImages.ts'
import { whyItDied } from '../../../main/jobs/queue/whyItDied.ts'
import { temporaryFolder } from '../../engine/temporaryFolder.ts'

test.each([
  [null, 'SIGKILL', '', 'KILLED', 'ended by the system (SIGKILL), probably out of memory'],
  [
    null, 'SIGABRT', 'FATAL ERROR: Reached heap limit Allocation failed - JavaScript heap out of memory\n',
    'OUT_OF_MEMORY', 'ran out of memory (SIGABRT)',
  ],
  [
    134, null, 'terminate called after throwing an instance of std::bad_alloc\n', 'OUT_OF_MEMORY',
    'ran out of memory (exit code 134)',
  ],
  [1, null, 'cannot write: No space left on device\n', 'DISK_FULL', 'The disk is full'],
  [null, 'SIGSEGV', '', 'WORKER_DIED', 'without a result (SIGSEGV).'],
  [
    7,
    null,
    'Error: libtensorflow is missing\n    at load (x.ts:1:2)\n}\n',
    'WORKER_DIED',
    '(exit code 7); the last it said was: Error: libtensorflow is missing',
  ],
] as const)('a worker that ends with %s %s is explained', async (code, signal, text, failure, sentence) => {
  const log = path.join(temporaryFolder(), 'worker.log')
  writeFileSync(log, text)
  const why = await whyItDied(code, signal, log)
  expect(why.code).toBe(failure)
  expect(why.message).toContain(sentence)
})

const spread = (median: number) => ({ low: median * 0.8, median, high: median * 1.2 })
const photos: Statistics = {
  images: 100, meanBrightness: 0.5, brightness: spread(0.5), contrast: spread(0.2), longSide: spread(100),
  proportion: spread(1), inColour: 0,
}

test('images that differ from the training images in size, shape, brightness, contrast or colour are told from them', () => {
  expect(unlikeImages(photos, photos)).toEqual([])
  expect(unlikeImages({ ...photos, longSide: spread(4000) }, photos)).toEqual([
    "The originals' longer side is about 4000 pixels, that of the training images 100.",
  ])
  expect(unlikeImages({ ...photos, brightness: spread(0.1) }, photos)).toEqual([
    'These images are darker than the training images.',
  ])
  expect(unlikeImages({ ...photos, contrast: spread(0.4) }, photos)).toEqual([
    'These images have more contrast than the training images.',
  ])
  expect(unlikeImages({ ...photos, inColour: 1 }, photos)).toEqual([
    'Most of these images are in colour, most of the training images grey.',
  ])
  expect(unlikeImages({ ...photos, proportion: spread(1.8) }, photos)).toHaveLength(1)
})
