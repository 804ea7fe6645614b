import { createWriteStream, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { finished } from 'node:stream/promises'
import { expect, test } from 'vitest'
import { ZipFile } from 'yazl'
import { openSource } from '../../../main/datasets/sources/openSource.ts'
import { temporaryFolder } from '../../engine/temporaryFolder.ts'
import { imported } from '../imported.ts'
import { classFiles, png } from '../madeImages.ts'
import { idxImages, idxLabels } from './madeRecords.ts'

type Files = Record<string, Buffer | Promise<Buffer>>

async function zipped(files: Files, options: { mode?: number; compress?: boolean } = {}): Promise<string> {
  const file = path.join(temporaryFolder(), 'some set.zip')
  const zip = new ZipFile()
  const written = finished(zip.outputStream.pipe(createWriteStream(file)))
  for (const [name, content] of Object.entries(files)) zip.addBuffer(await content, name, options)
  zip.end()
  await written
  return file
}

test('an archive of class folders is read without unpacking; paths begin with its name', async () => {
  const { result, rows } = await imported(
    await zipped({ ...classFiles({ cat: 2, dog: 1 }), 'cat/.x.png': png(9) }),
  )
  expect([result.kind, result.classes]).toEqual(['zip', ['cat', 'dog']])
  expect(rows.map((row) => row.path)).toEqual([
    'some set.zip/cat/0.png',
    'some set.zip/cat/1.png',
    'some set.zip/dog/0.png',
  ])
})

test('a folder around everything in an archive does no harm', async () => {
  const files = Object.entries(classFiles({ 'set/train/cat': 2, 'set/test/cat': 1, 'set/train/dog': 1 }))
  const { rows } = await imported(await zipped(Object.fromEntries(files)))
  expect(rows.map((row) => row.split)).toEqual(['train', 'train', 'train', 'test'])
})

test('an archive may hold a list with its images', async () => {
  const { result, rows } = await imported(
    await zipped({
      'set/labels.csv': Buffer.from('path,label\nimages/1.png,cat\nimages/2.png,dog\n'),
      'set/images/1.png': png(1),
      'set/images/2.png': png(2),
    }),
  )
  expect([result.classes, rows.map((row) => row.path)]).toEqual([
    ['cat', 'dog'],
    ['some set.zip/set/images/1.png', 'some set.zip/set/images/2.png'],
  ])
})

test('an archive may hold IDX files', async () => {
  const pixels = Buffer.alloc(3 * 64, 7).fill(90, 64, 128)
  const { result, rows } = await imported(
    await zipped({
      'train-images-idx3-ubyte': idxImages(8, 8, pixels),
      'train-labels-idx1-ubyte': idxLabels([1, 0, 1]),
    }),
    { size: { height: 16, width: 16 } },
  )
  expect([result.classes, rows.map((row) => row.path)]).toEqual([
    ['0', '1'],
    [0, 1, 2].map((i) => `some set.zip/train-images-idx3-ubyte#${i}`),
  ])
})

test('the same files give the same pixels from an archive as from a folder', async () => {
  const files = classFiles({ cat: 3, dog: 3 }, 40)
  const { result } = await imported(await zipped(files))
  const folder = temporaryFolder()
  const { writeFiles } = await import('../madeImages.ts')
  const same = await imported(await writeFiles(folder, files))
  expect(result.snapshot.sha256).toBe(same.result.snapshot.sha256)
})

test('links inside an archive are ignored', async () => {
  const link = await zipped({ 'cat/1.png': Buffer.from('/etc/passwd') }, { mode: 0o120777 })
  await expect(imported(link)).rejects.toThrow('No image was found')
})

test('an entry that points outside makes the whole archive unacceptable', async () => {
  const file = await zipped({ 'aa/evil.png': png(1), 'cat/1.png': png(2) })
  writeFileSync(
    file,
    Buffer.from(readFileSync(file).toString('latin1').replaceAll('aa/evil', '../evil'), 'latin1'),
  )
  await expect(imported(file)).rejects.toThrow(/holds an entry that points outside the archive/)
})

test('an archive that says it unpacks to far more than it has is refused, and nothing unpacked', async () => {
  const file = await zipped({ 'cat/1.bmp': Buffer.alloc(1000) })
  const bytes = readFileSync(file)
  const directory = bytes.indexOf(Buffer.from('PK\x01\x02', 'latin1'))
  bytes.writeUInt32LE(200_000_000, directory + 24)
  writeFileSync(file, bytes)
  await expect(openSource(file)).rejects.toThrow(/has 1 kB and unpacks to more than images can/)
})

test('a damaged entry is listed, a file that is no archive is an error', async () => {
  const file = await zipped(classFiles({ cat: 2, dog: 2 }), { compress: false })
  const bytes = readFileSync(file)
  bytes.fill(0, 90, 110)
  writeFileSync(file, bytes)
  const { problems, result } = await imported(file)
  expect(problems).toEqual([expect.objectContaining({ path: 'some set.zip/cat/0.png', code: 'damaged' })])
  expect(result.counts.images).toBe(3)
  writeFileSync(file, bytes.subarray(0, 400))
  await expect(imported(file)).rejects.toThrow(/is not a zip archive, or it is cut off or damaged/)
})
