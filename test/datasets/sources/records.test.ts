import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { temporaryFolder } from '../../engine/temporaryFolder.ts'
import { imported } from '../imported.ts'
import { noise, writeFiles } from '../madeImages.ts'
import { cifarRecord, idxImages, idxLabels } from './madeRecords.ts'

const SIDE = 28
const pixels = noise(1, 30 * SIDE * SIDE)
const labels = Array.from({ length: 30 }, (_, i) => i % 10)
const part = (from: number, to: number) => pixels.subarray(from * SIDE * SIDE, to * SIDE * SIDE)

function mnist(): Record<string, Buffer> {
  return {
    'train-images-idx3-ubyte': idxImages(SIDE, SIDE, part(0, 20)),
    'train-labels-idx1-ubyte': idxLabels(labels.slice(0, 20)),
    't10k-images-idx3-ubyte': idxImages(SIDE, SIDE, part(20, 30)),
    't10k-labels-idx1-ubyte': idxLabels(labels.slice(20)),
  }
}

test("MNIST's files keep every pixel, 28 x 28, with train and t10k as train and test", async () => {
  const { result, rows, pixels: of } = await imported(await writeFiles(temporaryFolder(), mnist()))
  expect(result).toMatchObject({
    kind: 'idx',
    classes: [...'0123456789'],
    snapshot: { height: 28, width: 28, channels: 1 },
  })
  expect(rows.map((row) => row.label)).toEqual(labels)
  expect(rows[23]).toMatchObject({ path: 't10k-images-idx3-ubyte#3', split: 'test', givenSplit: true })
  for (const i of [0, 19, 20, 29]) expect(Buffer.from(of(i))).toEqual(Buffer.from(part(i, i + 1)))
})

test('gzipped files give the same pixels', async () => {
  const packed = Object.entries(mnist()).map(([name, bytes]) => [`${name}.gz`, gzipSync(bytes)])
  const plain = await imported(await writeFiles(temporaryFolder(), mnist()))
  const { result, rows } = await imported(await writeFiles(temporaryFolder(), Object.fromEntries(packed)))
  expect(result.snapshot.sha256).toBe(plain.result.snapshot.sha256)
  expect(rows[5].path).toBe('train-images-idx3-ubyte.gz#5')
})

test('one file, of images or of labels, stands for its pair', async () => {
  const folder = await writeFiles(temporaryFolder(), mnist())
  const images = await imported(path.join(folder, 't10k-images-idx3-ubyte'))
  const byLabels = await imported(path.join(folder, 't10k-labels-idx1-ubyte'))
  expect([images.rows.length, byLabels.rows.length]).toEqual([10, 10])
})

test('images without a file of labels have no class, and a sentence says so', async () => {
  const { result } = await imported(
    await writeFiles(temporaryFolder(), { 'images-idx3-ubyte': mnist()['t10k-images-idx3-ubyte'] }),
  )
  expect([result.counts.unlabelled, result.warnings[0]]).toEqual([
    10,
    'No file of labels belongs to images-idx3-ubyte: its images have no class.',
  ])
})

test('records to be inspected have no classes', async () => {
  const { result, rows } = await imported(await writeFiles(temporaryFolder(), mnist()), { unlabelled: true })
  expect([result.kind, result.classes, rows.length]).toEqual(['idx', [], 30])
  expect(rows.every((row) => row.label === null)).toBe(true)
})

test('a file that is cut off gives what it holds and says what is missing', async () => {
  const files = {
    ...mnist(),
    'train-images-idx3-ubyte': idxImages(SIDE, SIDE, part(0, 15).subarray(0, -100), 20),
  }
  const { result, problems } = await imported(await writeFiles(temporaryFolder(), files))
  expect(result.counts.images).toBe(24)
  expect(problems).toEqual([
    {
      path: 'train-images-idx3-ubyte',
      code: 'cut-off',
      message: 'The file is cut off: it announces 20 images and holds 14.',
    },
  ])
})

test.each([
  [
    'another number of labels',
    { 'train-labels-idx1-ubyte': idxLabels([1, 2]) },
    /holds 2 labels for the 20 images/,
  ],
  ['some other content', { 'train-images-idx3-ubyte': Buffer.from('text, not IDX') }, /is not an IDX file/],
  ['no images', { 'train-images-idx3-ubyte': idxLabels([1, 2]) }, /does not hold images/],
  [
    'floating point values',
    { 'train-images-idx3-ubyte': Buffer.from([0, 0, 13, 3, 0, 0, 0, 1]) },
    /does not hold unsigned bytes/,
  ],
])('%s in an IDX file is an error that names it', async (_, files, message) => {
  await expect(imported(await writeFiles(temporaryFolder(), { ...mnist(), ...files }))).rejects.toThrow(
    message,
  )
})

test('a gzipped file that is cut off is an error that names it', async () => {
  const whole = gzipSync(mnist()['train-images-idx3-ubyte'])
  const files = { 'train-images-idx3-ubyte.gz': whole.subarray(0, 3000) }
  await expect(imported(await writeFiles(temporaryFolder(), files))).rejects.toThrow(
    /idx3-ubyte.gz is cut off or damaged/,
  )
})

test("CIFAR-10's records become pixels with channels last, by the names of their classes", async () => {
  const source = await writeFiles(temporaryFolder(), {
    'data_batch_1.bin': Buffer.concat([cifarRecord(1, 10, 20, 30), cifarRecord(0, 40, 50, 60)]),
    'data_batch_2.bin': Buffer.concat([cifarRecord(1, 70, 80, 90), Buffer.alloc(100)]),
    'test_batch.bin': cifarRecord(0, 1, 2, 3),
    'batches.meta.txt': 'airplane\nautomobile\n\n',
    'readme.html': '<p>',
  })
  const { result, rows, pixels: of, problems } = await imported(source, { colour: 'rgb' })
  expect(result).toMatchObject({ kind: 'cifar-binary', classes: ['airplane', 'automobile'] })
  expect(rows.map((row) => [row.path, row.label])).toEqual([
    ['data_batch_1.bin#0', 1],
    ['data_batch_1.bin#1', 0],
    ['data_batch_2.bin#0', 1],
    ['test_batch.bin#0', 0],
  ])
  expect([...of(0).subarray(0, 6)]).toEqual([10, 20, 30, 10, 20, 30])
  expect(rows[3].split).toBe('test')
  expect(problems).toEqual([expect.objectContaining({ path: 'data_batch_2.bin', code: 'cut-off' })])
})
